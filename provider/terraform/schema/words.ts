/** Writes our field names in text as Terraform does. */
import { once } from '../../os-name/once';
import { ANSWER_FIELDS, SINGLE_ANSWER_FIELDS } from '../../schema/answer-fields';
import { CONFIGURATION_FIELDS } from '../../schema/configuration-fields';
import { snakeCase, type Fields, type FieldType } from '../../schema/field';
import { QUERY_FIELDS } from '../../schema/query-fields';

const CAMEL_CASE = /\b[a-z]+[A-Z][A-Za-z]*\b/g;

/**
 * The text with every field of the table in snake_case: `nameRegex` becomes `name_regex`.
 *
 * For our own texts. What a cloud's API says is left alone, since its parameters may have the same
 * names.
 */
export function inTerraformWords(text: string): string {
  const renamed = text.replaceAll(CAMEL_CASE, (word) =>
    fieldNames().has(word) ? snakeCase(word) : word,
  );
  return renamed === text ? text : aligned(renamed);
}

/** A line of an explanation's table: a condition, and from the same column on what it removed. */
const ROW = /^( +\S.*?) {2,}(removed \d.*)$/;

/** Puts the columns of explanations back in line, which longer names have moved. */
function aligned(text: string): string {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => ROW.exec(line)?.[1]?.length ?? 0));
  return lines
    .map((line) =>
      line.replace(ROW, (_row, name: string, rest: string) => `${name.padEnd(width)}  ${rest}`),
    )
    .join('\n');
}

const fieldNames = once((): ReadonlySet<string> => {
  const names = new Set<string>();
  const addFields = (fields: Fields): void => {
    for (const [name, field] of Object.entries(fields)) {
      names.add(name);
      addType(field.type);
    }
  };
  const addType = (type: FieldType): void => {
    if (typeof type === 'string') return;
    if ('object' in type) addFields(type.object.fields);
    else addType('list' in type ? type.list : type.map);
  };
  [QUERY_FIELDS, ANSWER_FIELDS, SINGLE_ANSWER_FIELDS, CONFIGURATION_FIELDS].forEach(addFields);
  return names;
});
