/** XML as Alibaba prints the same data that it prints as JSON. */
import { isArray, type Json } from './wire';

/** A document; arrays become repeated elements of the array's own name. */
export function printXml(root: string, value: Json): string {
  return `<?xml version='1.0' encoding='UTF-8'?>${element(root, value)}`;
}

function element(name: string, value: Json | undefined): string {
  if (value === undefined) return '';
  if (isArray(value)) return value.map((item) => element(name, item)).join('');
  if (value === null || value === '') return `<${name}/>`;
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, member]) => element(key, member));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escapeText(String(value))}</${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
