import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { groupByArticle } from '../../log/by-article.ts';
import {
  FIRST_TEMPLATE,
  MARKDOWN_FIELDS,
  readMarkdownTemplate,
  templatePieces,
} from '../../log/markdown-template.ts';
import { wholeText } from '../../log/pieces.ts';
import type { TemplateFields } from '../../log/template.ts';
import { Button } from '../../ui/button.tsx';
import type { MakePageProps } from './make-page.tsx';
import { PageHeading } from './page-heading.tsx';
import { saveByTemplate } from './save-export.ts';
import { partOf } from './shown.ts';
import { TaskWords } from './task-words.tsx';
import { wordsOf } from './trouble.ts';
import { useTask } from './use-task.ts';
import { counted } from './words.ts';

/** The reader's own template for Markdown, with what it makes of the newest article. It is kept as it is typed. */
export function TemplatePage({ log, clippings, client, now, leave }: MakePageProps) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const task = useTask();

  useEffect(() => {
    let left = false;
    client.loadSettings().then(
      ({ template }) => !left && setText((last) => last ?? template ?? FIRST_TEMPLATE),
      (error: unknown) => {
        if (left) return;
        setText((last) => last ?? FIRST_TEMPLATE);
        setTrouble(wordsOf(error));
      },
    );
    return () => {
      left = true;
    };
  }, [client]);

  const change = (next: string): void => {
    setText(next);
    // One after the other, over what is stored now: another page may have changed another setting.
    saving = saving.then(async () => {
      const { template: _last, ...others } = await client.loadSettings();
      await client.saveSettings(next === FIRST_TEMPLATE ? others : { ...others, template: next });
    });
    saving.then(
      () => setTrouble(''),
      (error: unknown) => {
        saving = Promise.resolve();
        setTrouble(`The template was not kept. ${wordsOf(error)}`);
      },
    );
  };

  const part = useMemo(() => partOf(log, clippings), [log, clippings]);
  const read = useMemo(() => (text === null ? null : readMarkdownTemplate(text)), [text]);
  const shown = useMemo(() => {
    const [newest] = groupByArticle(part);
    if (newest === undefined || !read?.ok) return '';
    return wholeText(templatePieces(read.template, partOf(part, newest.clippings)));
  }, [part, read]);

  const save = (asNotes: boolean): void => {
    if (!read?.ok) return;
    void task.run(
      'Writing',
      async (watch) => `Saved as ${await saveByTemplate(read.template, part, asNotes, now, watch)}`,
    );
  };
  const fault = read !== null && !read.ok ? read.message : '';

  return (
    <>
      <section class="make__set" aria-label="The template">
        <PageHeading>Your own template</PageHeading>
        <p>
          {counted(clippings.length, 'clipping')} as Markdown, the way you want it. It is written once for
          each article.
        </p>
        <div class="make__field">
          <label class="label" for={id}>
            Template
          </label>
          <textarea
            id={id}
            class="field make__template"
            spellcheck={false}
            value={text ?? ''}
            disabled={text === null}
            aria-invalid={fault !== ''}
            aria-describedby={`${id}-fault`}
            onInput={(event) => change(event.currentTarget.value)}
          />
        </div>
        <p class="trouble" role="alert" id={`${id}-fault`}>
          {[fault, trouble].filter(Boolean).join(' ')}
        </p>
        <div class="acts">
          <Button kind="main" disabled={!read?.ok || task.busy} onClick={() => save(false)}>
            Save as one file
          </Button>
          <Button disabled={!read?.ok || task.busy} onClick={() => save(true)}>
            Save as notes
          </Button>
          <Button kind="text" disabled={text === FIRST_TEMPLATE} onClick={() => change(FIRST_TEMPLATE)}>
            Begin again
          </Button>
          <Button kind="text" onClick={leave}>
            Back to the log
          </Button>
        </div>
        <TaskWords task={task} class="make__said" />
        <Fields />
      </section>
      <section class="desk" aria-label="What it makes of the newest article">
        <pre class="desk__source">{shown}</pre>
      </section>
    </>
  );
}

/** The last change on its way to the settings. */
let saving: Promise<void> = Promise.resolve();

const Fields = () => (
  <details class="make__fields">
    <summary>What a template can name</summary>
    <dl>
      <dt>
        <code>{'{{title}}'}</code>
      </dt>
      <dd>The text, made safe for Markdown.</dd>
      <dt>
        <code>{'{{{title}}}'}</code>
      </dt>
      <dd>The text as it is.</dd>
      <dt>
        <code>{'{{#clippings}} … {{/clippings}}'}</code>
      </dt>
      <dd>Written for each; around a text, only where there is one.</dd>
      <dt>
        <code>{'{{^note}} … {{/note}}'}</code>
      </dt>
      <dd>Only where there is none.</dd>
      {listsOf('An article', MARKDOWN_FIELDS).map(([name, fields]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{fields}</code>
          </dd>
        </div>
      ))}
    </dl>
  </details>
);

/** The fields of a template, list by list. */
function listsOf(name: string, fields: TemplateFields): [string, string][] {
  const inner = Object.entries(fields).flatMap(([list, each]) =>
    each === 'text' ? [] : listsOf(`Each of ${list}`, each),
  );
  return [[name, Object.keys(fields).join(', ')], ...inner];
}
