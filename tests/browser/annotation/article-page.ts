/** An article of our own, laid out as news sites do. */
export const ARTICLE = `
<header class="top"><b>The Harbour Gazette</b> <a href="#x">News</a></header>
<main>
  <article>
    <h1 id="h">Nine teachers and one long table</h1>
    <p id="p1">The staff of Linden School eat lunch at one table now. It took the principal two years to find it.</p>
    <p id="p2">Every Friday the table is cleared for questions. This week a machine that writes essays sat at its end, and
      <em>eleven</em> children argued with it. Nobody was graded.</p>
    <p id="p3">“We failed at this twice,” said Noor Bakker, who keeps the log of what went wrong. “The third time was better.”</p>
    <p id="p4">The dockyard next door has promised forty apprenticeships that <a id="a4" href="#dock">do not exist yet</a>.
      Half of the town’s jobs will change hands in ten years. The children have seen the list.</p>
    <div id="box"><p id="p5">Boxes turn pages dark. Robots will sort the harbour’s post by spring. So it goes.</p></div>
    <ul><li id="l1">Ask before you answer.</li><li id="l2">Answer slowly.</li></ul>
  </article>
</main>`;

export const ARTICLE_CSS = `
  body { margin: 0; font: 18px/28px serif; color: #222; background: #fff; }
  .top { padding: 12px; } main { max-width: 600px; margin: 0 auto; padding: 0 16px 60px; }
  #box { background: #20242b; color: #e4e6e9; padding: 24px 28px; }`;
