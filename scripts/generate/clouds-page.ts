/** Writes docs/clouds.md from the clouds' own definitions. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountsByPartition } from '../../provider/clouds/definition/publishers';
import { capabilities, type CloudCapabilities } from '../../provider/cli/clouds';

const mark = (list: readonly string[], field: string): string =>
  list.includes(field) ? 'yes' : 'no';

const overview = capabilities().map(({ cloud, title, regionIs, supports, reports }) =>
  [
    '',
    `\`${cloud}\``,
    title,
    regionIs,
    mark(reports, 'createdAt'),
    mark(reports, 'architecture'),
    ...['family', 'tags', 'instanceType', 'cloudInit'].map((field) => mark(supports, field)),
    mark(reports, 'deprecated'),
    '',
  ]
    .join(' | ')
    .trim(),
);

/** Whose images `public` means: names for `owners`, and their accounts. */
function publishers({ publishers: table }: CloudCapabilities): readonly string[] {
  if (table.length === 0) return [];
  const rows = table.map((publisher) => {
    const { name, distros, source } = publisher;
    const cells = Object.entries(accountsByPartition(publisher)).map(([partition, ids]) =>
      [partition, ids.map((id) => `\`${id}\``).join(' ')].filter((part) => part !== '').join(': '),
    );
    const distributions = distros.map((distro) => `\`${distro}\``).join(', ');
    return `| \`${name}\` | ${distributions} | ${cells.join('; ')} | ${source} |`;
  });
  return [
    'Anyone can publish images here. `public` means the images of these publishers; with `distro`, of those that publish it. Each name can be used in `owners`.',
    ['| publisher | `distro` | accounts | source |', '| --- | --- | --- | --- |', ...rows].join(
      '\n',
    ),
  ];
}

function section(cloud: CloudCapabilities): string {
  return [
    `## ${cloud.title}`,
    `Targets are \`${cloud.cloud}/<${cloud.regionIs}>\`. API version ${cloud.apiVersion}: <${cloud.docs}>.`,
    `Permission needed: ${cloud.leastPrivilege.map((name) => `\`${name}\``).join(', ')}.`,
    `Credentials are looked for in this order: ${[...new Set(cloud.credentials)].join(', ')}.`,
    ...publishers(cloud),
    ...(cloud.traps.length === 0 ? [] : [cloud.traps.map((trap) => `- ${trap}`).join('\n')]),
    `Parameters of its own for \`native\`: ${cloud.native.map((name) => `\`${name}\``).join(', ')}.`,
  ].join('\n\n');
}

const text = `<!-- Made from the clouds in provider/clouds by \`npm run generate\`. -->

# The clouds

What each API reports, and which conditions of a query it can answer. A condition that an API cannot answer is an error that names the target, never a filter ignored.

| cloud | API | the region is | creation time | architecture | \`family\` | \`tags\` | \`instanceType\` | \`cloudInit\` | deprecation |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${overview.join('\n')}

${capabilities().map(section).join('\n\n')}
`;
writeFileSync(path.resolve('docs/clouds.md'), text);
