/** XML as APIs print the same data that others print as JSON. */
import { isArray, type Json } from './wire';

/** How a document differs from the plainest one. */
export interface XmlStyle {
  /** The namespace of the root element. */
  readonly namespace?: string;
  /**
   * The element of each entry of an array, as in `<imagesSet><item>…</item></imagesSet>`. Absent:
   * the array's own name is repeated, as in `<Image>…</Image><Image>…</Image>`.
   */
  readonly item?: string;
}

/** A document. Absent values have no element, null and empty ones an empty element. */
export function printXml(root: string, value: Json, style: XmlStyle = {}): string {
  const body = element(root, value, style);
  const { namespace } = style;
  const named =
    namespace === undefined
      ? body
      : body.replace(/^<[^\s/>]+/, (start) => `${start} xmlns="${namespace}"`);
  return `<?xml version='1.0' encoding='UTF-8'?>${named}`;
}

function element(name: string, value: Json | undefined, style: XmlStyle): string {
  if (value === undefined) return '';
  if (isArray(value)) return elements(name, value, style);
  if (value === null || value === '') return `<${name}/>`;
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, member]) => element(key, member, style));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escapeText(String(value))}</${name}>`;
}

function elements(name: string, values: readonly Json[], style: XmlStyle): string {
  const { item } = style;
  const inner = values.map((value) => element(item ?? name, value, style)).join('');
  return item === undefined ? inner : `<${name}>${inner}</${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
