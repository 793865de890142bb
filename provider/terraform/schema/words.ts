/** Our field names as Terraform writes them, wherever they stand in a text. */
import { once } from '../../image/once';
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
  return text.replaceAll(CAMEL_CASE, (word) => (fieldNames().has(word) ? snakeCase(word) : word));
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
