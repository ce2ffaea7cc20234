/**
 * Finds personal data in what somebody types, by the rules of the service (freetext/PersonalData): identity numbers,
 * e-mail, telephone, number plates, names of accounts, and names told as such. The service masks them whatever the page
 * does; this only warns in time.
 *
 *     personalData('ring 070-123 45 67') → [{ from: 5, to: 18, kind: 'phone' }]
 */
const NAME_WORD = '\\p{Lu}[\\p{Ll}é-]{1,30}';

const RULES = [
  { kind: 'identity-number', pattern: /(?<![\d-])(?:19|20)?\d{6}[-+ ]?\d{4}(?!\d)/gu, is: isIdentityNumber },
  { kind: 'email', pattern: /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu },
  { kind: 'phone', pattern: /(?<![\d-])(?:\+46|0046|0)[ -]?(?:\(0\))?\d{1,3}(?:[ /-]{0,3}\d{2,4}){2,4}(?![\d-])/gu, is: (text) => text.replace(/\D/g, '').length >= 8 },
  { kind: 'plate', pattern: /(?<![\p{L}\d])(?:[A-HJ-PR-UW-Z]{3} ?|[a-hj-pr-uw-z]{3})\d\d[\dA-Za-z](?![\p{L}\d])/gu },
  { kind: 'account', pattern: /(?<![\p{L}\d])@[\p{L}\d._]{3,30}/gu },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<=(?:[Mm]ålsägande[nr]?|[Mm]isstänkte?|[Vv]ittnet|[Hh]eter|[Kk]allas|[Nn]amed|[Cc]alled|[Ss]uspect|[Ww]itness)[: ] ?)${NAME_WORD}(?: ${NAME_WORD}){0,2}`,
      'gu',
    ),
  },
  { kind: 'name', pattern: new RegExp(`${NAME_WORD} (?:${NAME_WORD} )?\\p{Lu}[\\p{Ll}é-]{1,20}(?:sson|sdotter|ström|qvist|kvist|gren)(?!\\p{L})`, 'gu') },
];

/** Where in the text personal data stand, the first first, none inside another. */
export function personalData(text) {
  const finds = RULES.flatMap(({ kind, pattern, is = () => true }, rank) =>
    [...text.matchAll(pattern)].filter(([found]) => is(found)).map((match) => ({ from: match.index, to: match.index + match[0].length, kind, rank })),
  ).sort((a, b) => a.from - b.from || a.rank - b.rank);
  const apart = [];
  for (const { from, to, kind } of finds) {
    if (from >= (apart.at(-1)?.to ?? 0)) apart.push({ from, to, kind });
  }
  return apart;
}

/** Which kinds there are, each once, in the order they stand. */
export function kindsOfPersonalData(text) {
  return [...new Set(personalData(text).map(({ kind }) => kind))];
}

function isIdentityNumber(text) {
  const digits = text.replace(/\D/g, '').slice(-10);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(digits);
}

function luhn(digits) {
  const sum = [...digits].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
