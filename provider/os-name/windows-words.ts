/** The language and the edition that the name of a Windows image states. */
import type { Token } from './name-tokens';

/**
 * Words that say a language wherever they stand: its English name, and locales written as one word.
 * Clouds in China have Chinese and English images, AWS has all of these.
 */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['chinese', 'zh'],
  ['japanese', 'ja'],
  ['korean', 'ko'],
  ['german', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
  ['portuguese', 'pt'],
  ['russian', 'ru'],
  ['polish', 'pl'],
  ['dutch', 'nl'],
  ['swedish', 'sv'],
  ['czech', 'cs'],
  ['hungarian', 'hu'],
  ['turkish', 'tr'],
  ['enus', 'en'],
  ['zhcn', 'zh'],
  ['jajp', 'ja'],
]);

/** Parts of words in scripts that put no borders between words. */
const HAN_LANGUAGES: readonly (readonly [part: string, language: string])[] = [
  ['中文', 'zh'],
  ['英文', 'en'],
  ['日文', 'ja'],
  ['韩文', 'ko'],
];

/** Tencent's short forms. Others (`de`, `es`) are everyday parts of names, so they say nothing. */
const SHORT_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['en', 'en'],
  ['cn', 'zh'],
  ['zh', 'zh'],
  ['ja', 'ja'],
  ['jp', 'ja'],
]);

/** The languages of locales such as `en-us`; the first two letters of any other pair are chance. */
const LOCALE_LANGUAGES: ReadonlySet<string> = new Set([
  ...['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'pl', 'nl', 'sv', 'cs'],
  ...['hu', 'tr'],
]);

/** The second halves of locales. A region of a cloud (`cn-hangzhou`) is not a locale. */
const LOCALE_REGIONS: ReadonlySet<string> = new Set([
  ...['us', 'gb', 'cn', 'tw', 'hk', 'jp', 'kr', 'de', 'fr', 'es', 'it', 'pt', 'br', 'ru'],
  ...['pl', 'nl', 'se', 'cz', 'hu', 'tr'],
]);

/** Editions of Windows by the words that clouds write for them. */
const EDITIONS: ReadonlyMap<string, string> = new Map([
  ['datacenter', 'datacenter'],
  ['datactr', 'datacenter'],
  ['dtc', 'datacenter'],
  // With Server Core.
  ['dtcc', 'datacenter'],
  ['dc', 'datacenter'],
  ['standard', 'standard'],
  ['std', 'standard'],
  ['stand', 'standard'],
  ['enterprise', 'enterprise'],
  ['ent', 'enterprise'],
  ['essentials', 'essentials'],
  ['foundation', 'foundation'],
  ['web', 'web'],
  ['pro', 'pro'],
  ['professional', 'pro'],
  ['education', 'education'],
  ['home', 'home'],
]);

const HAN_EDITIONS: readonly (readonly [part: string, edition: string])[] = [
  ['数据中心', 'datacenter'],
  ['标准版', 'standard'],
  ['企业版', 'enterprise'],
  ['专业版', 'pro'],
];

/** From these words on, an edition is that of another product: `SQL_2017_Standard`, `with ...`. */
const OTHER_PRODUCTS: ReadonlySet<string> = new Set([
  ...['sql', 'sqlserver', 'sqlsvr', 'mssql', 'oracle', 'biztalk', 'sharepoint', 'visual'],
  ...['exchange', 'dynamics', 'weblogic', 'with'],
]);

const hanValue = (
  text: string,
  parts: readonly (readonly [part: string, value: string])[],
): string | undefined => parts.find(([part]) => text.includes(part))?.[1];

function languageAt(tokens: readonly Token[], i: number): string | undefined {
  const { text = '', kind } = tokens[i] ?? {};
  if (kind === 'han') return hanValue(text, HAN_LANGUAGES);
  const next = tokens[i + 1];
  if (next !== undefined && /^[-_]$/.test(next.gap)) {
    if (LOCALE_LANGUAGES.has(text) && LOCALE_REGIONS.has(next.text)) return text;
    // The "cn" of "cn-hangzhou" is a region.
    if (next.gap === '-') return LANGUAGES.get(text);
  }
  return LANGUAGES.get(text) ?? SHORT_LANGUAGES.get(text);
}

/** The language of a Windows image, as an ISO 639-1 code; undefined where a name says none or two. */
export function readLanguage(tokens: readonly Token[]): string | undefined {
  let found: string | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const language = languageAt(tokens, i);
    if (language === undefined) continue;
    if (found !== undefined && found !== language) return undefined;
    found = language;
    // The second half of a locale is not a language of its own: the "cn" of "zh-cn".
    if (LOCALE_REGIONS.has(tokens[i + 1]?.text ?? '') && tokens[i]?.text === language) i += 1;
  }
  return found;
}

/** Windows 2008 was the last with a web edition. In later names the word says what a server does. */
const LAST_WEB_EDITION = '2008';

/**
 * The edition of Windows: the first that stands behind the system's name at token `from`, and before
 * the name of any other product.
 */
export function readEdition(
  tokens: readonly Token[],
  from: number,
  version = '',
): string | undefined {
  for (let i = from; i < tokens.length; i += 1) {
    const { text = '', kind } = tokens[i] ?? {};
    if (OTHER_PRODUCTS.has(text)) return undefined;
    if (text === 'data' && tokens[i + 1]?.text === 'center') return 'datacenter';
    if (text === 'web' && !version.startsWith(LAST_WEB_EDITION)) continue;
    const edition = kind === 'han' ? hanValue(text, HAN_EDITIONS) : EDITIONS.get(text);
    if (edition !== undefined) return edition;
  }
  return undefined;
}

/** Whether a word states the language or the edition of a Windows image. */
export const isWindowsWord = (word: string): boolean =>
  EDITIONS.has(word) ||
  LANGUAGES.has(word) ||
  SHORT_LANGUAGES.has(word) ||
  LOCALE_REGIONS.has(word) ||
  word === 'data' ||
  word === 'center';
