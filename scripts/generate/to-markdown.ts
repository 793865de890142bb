/** Field table → reference pages. */
import { parse } from 'yaml';
import {
  kebabCase,
  snakeCase,
  type Field,
  type FieldType,
  type ObjectType,
} from '../../provider/schema/field';

/** How fields and examples are written: in TypeScript, or in a JSON file. */
interface Spelling {
  readonly json: boolean;
}

/** A reference page: a table of fields for the object and for every object inside it. */
export function toMarkdown(
  title: string,
  intro: string,
  object: ObjectType,
  spelling: Spelling = { json: false },
): string {
  const sections: string[] = [];
  const seen = new Set<string>();
  const write = ({ name, doc, fields }: ObjectType): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const entries = Object.entries(fields);
    sections.push(
      [`## ${name}`, doc, ...entries.map(([key, field]) => fieldText(key, field, spelling))].join(
        '\n\n',
      ),
    );
    entries.forEach(([, field]) => inner(field.type).forEach(write));
  };
  write(object);
  const note = '<!-- Made from the field table in provider/schema by `npm run generate`. -->';
  return `${note}\n\n# ${title}\n\n${intro}\n\n${sections.join('\n\n')}\n`;
}

function fieldText(name: string, field: Field, { json }: Spelling): string {
  const snake = snakeCase(name);
  const spelled = json || snake === name ? '' : ` (\`${snake}\` in Terraform)`;
  const lines = [`### \`${name}\`${spelled}`, '', `${typeText(field.type)}. ${field.doc}`];
  if (field.values !== undefined) {
    lines.push('', `Allowed: ${field.values.map((value) => `\`${value}\``).join(', ')}.`);
  }
  if (field.default !== undefined) lines.push('', `Default: ${field.default}.`);
  if (field.secret === true) lines.push('', 'Secret: never shown, logged or stored.');
  if (field.example !== undefined) {
    // An example in TypeScript is YAML too.
    const [language, example] = json
      ? ['json', JSON.stringify({ [name]: parse(field.example) as unknown }, undefined, 2)]
      : ['ts', `${name}: ${field.example}`];
    lines.push('', `\`\`\`${language}`, example, '```');
  }
  return lines.join('\n');
}

function typeText(type: FieldType): string {
  if (typeof type === 'string')
    return {
      string: 'String',
      integer: 'Whole number',
      number: 'Number',
      boolean: 'True or false',
    }[type];
  if ('list' in type) return `List: ${inText(type.list)}`;
  if ('map' in type) return `Map: ${inText(type.map)}`;
  return `[${type.object.name}](#${kebabCase(type.object.name).replaceAll('-', '')})`;
}

/** The same within a sentence. Names of objects keep their capitals. */
function inText(type: FieldType): string {
  const text = typeText(type);
  return typeof type !== 'string' && 'object' in type
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

function inner(type: FieldType): readonly ObjectType[] {
  if (typeof type === 'string') return [];
  if ('list' in type) return inner(type.list);
  if ('map' in type) return inner(type.map);
  return [type.object];
}
