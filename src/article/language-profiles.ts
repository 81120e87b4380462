/**
 * Frequent little words of languages written in Latin letters, chosen for being rare in the others. Our own
 * lists. Words that two languages share count for both, and cancel out.
 */
export const LITTLE_WORDS: Record<string, string> = {
  en: 'the of and to in is that for it with as was on are this be by from at have has not they their which you but were can will what when who our more than',
  de: 'der die das und ist nicht mit den von ein eine zu im auf für sich dem auch es als wie bei oder wird sind werden nach einer hat aus kann noch nur über zum zur',
  fr: 'le la les des et est une du dans pour que qui pas au aux sur avec ce cette par ne sont il elle nous vous mais ou leur ses été plus comme ont',
  es: 'el la los las de y en que un una es por con para del se no al su lo como más pero sus este esta son ha muy fue también entre está',
  it: 'il la di che e è un una per non del della con sono i le gli da si nel alla anche come più dei delle ha al questo ma dalla nella',
  pt: 'o a os as de e que do da em um uma para com não por no na se mais dos das ao como foi são mas pelo pela também já seu sua tem',
  nl: 'de het een en van in is dat op te voor met zijn niet aan er ook als bij maar om door naar wordt dit hebben worden over uit nog deze wij',
  sv: 'och att det som en på är av för med den till inte har om ett de var jag vi men så kan när från eller också efter sin vara mot',
  da: 'og at det som en på er af for med den til ikke har om et de var jeg vi men så kan når fra eller også efter sin være hvad blev mellem',
  no: 'og å det som en på er av for med den til ikke har om et de var jeg vi men så kan når fra eller også etter sin være hva ble mellom',
  fi: 'ja on ei se että oli ovat hän kun mutta myös tai joka sen kuin ole niin vain ovat sitä olla jos voi mukaan ollut kanssa',
  pl: 'i w na z się do nie jest to że o jak po ale za od co przez jego są dla tym czy tak może już ich oraz być który która',
  cs: 'a v na se je že s z do o to i ve k pro za ale jako po by si jsou nebo od byl které který jeho při také už může jsem',
  tr: 've bir bu da de için ile olarak çok daha olan gibi en kadar ne ama sonra var ise değil her o ya mi diye göre olduğu',
  hu: 'a az és hogy nem is egy van de ez csak meg már mint volt azt még vagy el ki ha lehet kell után között szerint',
  ro: 'de și în la nu cu pe care o este un din că a pentru să mai sunt au fost sau dar ca prin după cel lui îi',
  id: 'yang dan di itu dengan untuk dari ini dalam pada tidak akan adalah ke juga oleh ada bisa atau telah mereka sebagai karena',
  vi: 'và của là có không được cho với một các trong người này những đã khi để năm từ cũng về đến ra như tại',
  hr: 'i u je na da se za su od a s o kao nije što ali iz bi to koji koja koje ili biti sve još samo prema može',
  ca: 'el la els les de i en que un una és per amb del al no es més com però són ha dels seva seu també aquest aquesta',
};

/** The language of a script that one language (nearly) owns, or the most read one of those that share it. */
export const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0980-\u09ff]/g, 'bn'],
  [/[\u0b80-\u0bff]/g, 'ta'],
  [/[\u0c00-\u0c7f]/g, 'te'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0530-\u058f]/g, 'hy'],
  [/[\u10a0-\u10ff]/g, 'ka'],
];
