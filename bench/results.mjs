/** Writes bench/results.md from the records: one column for each. */

export function renderResults(records) {
  const titles = [
    ...new Set(records.flatMap(({ sections }) => sections.map(({ title }) => title))),
  ];
  return [
    '# Measurements\n',
    'Made by `npm run bench`. Figures are medians. Compare columns only where the machine is the same.\n',
    ...records.map(
      ({ label, machine, versions, runs, note }) =>
        `- **${label}**: ${machine}; ${versions}; ${runs} runs in turns${note === '' ? '' : `. ${note}`}`,
    ),
    ...titles.map((title) => renderSection(title, records)),
    '',
  ].join('\n');
}

function renderSection(title, records) {
  const parts = records.map(({ sections }) => sections.find((section) => section.title === title));
  // Two rows may have one name, such as "the same over bare Node.js": their places distinguish them.
  const longest = parts.reduce(
    (most, part) => ((part?.rows.length ?? 0) > (most?.rows.length ?? 0) ? part : most),
    undefined,
  );
  const figureAt = (part, name, at) => {
    const row = part?.rows[at]?.[0] === name ? part.rows[at] : part?.rows.find(([n]) => n === name);
    return row === undefined ? '' : `${print(row[1])} ${row[2]}`.trim();
  };
  const lines = longest.rows.map(
    ([name], at) => `| ${name} | ${parts.map((part) => figureAt(part, name, at)).join(' | ')} |`,
  );
  return [
    `\n## ${title}\n`,
    `| | ${records.map(({ label }) => label).join(' | ')} |`,
    `|---|${records.map(() => '--:').join('|')}|`,
    ...lines,
  ].join('\n');
}

function print(figure) {
  return figure < 10 && !Number.isInteger(figure)
    ? figure.toFixed(1)
    : Math.round(figure).toLocaleString('en-US');
}
