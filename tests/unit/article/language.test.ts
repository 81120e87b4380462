import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/article/language.ts';
import { isEnglish } from '../../../src/article/language-tag.ts';

/** One thought, in our own words, in each language. */
const SAMPLES: Record<string, string> = {
  en: 'The school will change when the people in it can see what their students are going to need, and when they have the time to learn it from one another.',
  de: 'Die Schule wird sich ändern, wenn die Menschen in ihr sehen, was die Kinder brauchen werden, und wenn sie auch die Zeit haben, es von einander zu lernen.',
  fr: "L'école va changer si les adultes voient ce que les élèves auront à faire dans la vie, et si une équipe peut apprendre avec les autres pour le bien de tous.",
  es: 'La escuela va a cambiar si los adultos ven lo que los alumnos van a necesitar en la vida, y si una parte del tiempo se usa para aprender con los demás.',
  it: 'La scuola cambia se gli adulti vedono che cosa serve ai ragazzi per la vita, e se una parte del tempo è usata per imparare con gli altri della squadra.',
  pt: 'A escola muda se os adultos não olham só para o passado, mas para o que os alunos vão precisar na vida, com uma parte do tempo para aprender também.',
  nl: 'De school verandert als de mensen er zien wat het kind later nodig zal hebben, en als er ook tijd is om van elkaar te leren, want dat is niet voor een dag.',
  sv: 'Skolan förändras när de vuxna ser vad som väntar barnen och att det inte är för sent, och när vi har tid att lära av varandra och inte bara för en dag.',
  da: 'Skolen ændrer sig, når de voksne ser, hvad der venter børnene, og når der også er tid til at lære af hinanden, for det er ikke noget for en enkelt dag.',
  no: 'Skolen endrer seg når de voksne ser hva som venter barna, og når det også er tid til å lære av hverandre, for det er ikke noe som skjer på en dag.',
  fi: 'Koulu muuttuu, kun aikuiset näkevät, mitä lapset tarvitsevat, ja kun on aikaa oppia toisilta, mutta se ei ole helppoa, ja siksi se on myös hyvä aloittaa nyt.',
  pl: 'Szkoła zmieni się, jeśli dorośli zobaczą, czego dzieci będą potrzebować, i jeśli jest czas, aby uczyć się od siebie, ale to nie jest praca na jeden dzień.',
  cs: 'Škola se změní, když dospělí uvidí, co děti budou potřebovat, a když je čas učit se jeden od druhého, ale to není práce na jeden den a je to pro všechny.',
  tr: 'Okul, yetişkinler çocukların neye ihtiyaç duyacağını gördüğünde değişir ve bu bir gün için değil, daha çok zaman ile olan bir iş gibi her yıl sürer.',
  ru: 'Школа изменится, когда взрослые увидят, что понадобится детям, и когда будет время учиться друг у друга, но это не работа на один день.',
  uk: 'Школа зміниться, коли дорослі побачать, що знадобиться дітям, і коли буде час вчитися одне в одного, але це не робота на один день.',
  el: 'Το σχολείο θα αλλάξει όταν οι ενήλικες δουν τι θα χρειαστούν τα παιδιά και όταν υπάρχει χρόνος να μάθουν ο ένας από τον άλλον.',
  ar: 'ستتغير المدرسة عندما يرى الكبار ما سيحتاجه الأطفال وعندما يكون هناك وقت للتعلم من بعضهم البعض كل يوم.',
  fa: 'مدرسه وقتی تغییر می‌کند که بزرگ‌ترها ببینند بچه‌ها چه چیزی لازم دارند و وقت برای یادگیری از یکدیگر باشد، و گرچه سخت است می‌شود.',
  he: 'בית הספר ישתנה כאשר המבוגרים יראו מה הילדים יצטרכו וכאשר יהיה זמן ללמוד זה מזה בכל יום.',
  zh: '当成年人看到孩子们将需要什么，并且有时间互相学习时，学校就会改变，但这不是一天的工作。',
  ja: '大人たちが子どもに何が必要になるかを知り、互いに学ぶ時間があるとき、学校は変わります。',
  ko: '어른들이 아이들에게 무엇이 필요할지 알고 서로 배울 시간이 있을 때 학교는 변합니다.',
  hi: 'जब बड़े लोग यह देखेंगे कि बच्चों को क्या चाहिए और एक दूसरे से सीखने का समय होगा तब विद्यालय बदलेगा।',
};

describe('detectLanguage', () => {
  it.each(Object.entries(SAMPLES))('knows %s, whatever the page declares', (id, text) => {
    expect(detectLanguage(text, null)).toBe(id);
    expect(detectLanguage(text, id === 'en' ? 'de' : 'en')).toBe(id);
  });

  it('keeps the region that the page declares', () => {
    expect(detectLanguage(SAMPLES.en ?? '', 'en_gb')).toBe('en-GB');
    expect(detectLanguage(SAMPLES.no ?? '', 'nb-NO')).toBe('nb-NO');
  });

  it('believes the page where the text is too short to tell, and knows when nothing tells', () => {
    expect(detectLanguage('Two words', 'fr')).toBe('fr');
    expect(detectLanguage('Two words', null)).toBeNull();
    expect(detectLanguage('Two words', 'nonsense tag!')).toBeNull();
    expect(detectLanguage('', '')).toBeNull();
    expect(isEnglish(null)).toBe(true);
    expect(isEnglish('en-US')).toBe(true);
    expect(isEnglish('de')).toBe(false);
  });

  it('takes English with quoted words of another language for English', () => {
    const text = `${SAMPLES.en} They call it "die Schule der Zukunft", and it is not only for the few: ${SAMPLES.en}`;
    expect(detectLanguage(text, null)).toBe('en');
    expect(detectLanguage(`${SAMPLES.en} ${SAMPLES.ja?.slice(0, 8)}`, null)).toBe('en');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string()), (text, declared) => {
        const tag = detectLanguage(text, declared);
        if (tag !== null) expect(new Intl.Locale(tag).language).not.toBe('');
      }),
    );
  }, 60_000);
});
