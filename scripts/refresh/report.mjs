// The text of the pull request. The report comes from a job that is not trusted, and the names in it
// are chosen by strangers: it must not mention people, close issues, load pictures or run commands.

/** GitHub takes 65,536 characters; GitLab takes more. */
const MOST_CHARACTERS = 60_000;

/** Breaks whatever GitHub and GitLab act upon, in plain text and in code alike. It takes no space. */
const BREAK = '\u200B';

const INTRODUCTION = [
  'Newer machine images exist for locked queries. This change updates `cloudimages.lock.json`.',
  'It was made without running code of this repository. Review the ids, and merge it to use them.',
];

/** The body of the pull request: an introduction, and the rows of the report's tables. */
export function pullRequestText(report) {
  const rows = report
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    // A row cannot begin a command of GitLab such as "/merge", nor a list, a heading or a fence.
    .filter((line) => line.startsWith('|'))
    .map(harmless);
  const kept = [];
  let characters = 0;
  for (const row of rows) {
    characters += row.length + 1;
    if (characters > MOST_CHARACTERS) break;
    kept.push(row);
  }
  const left = rows.length - kept.length;
  const rest = left === 0 ? [] : ['', `${left} more rows: run \`cloudimages outdated\`.`];
  return [...INTRODUCTION, '', ...kept, ...rest, ''].join('\n');
}

/** A row that only shows text: no mention, reference, link, picture, HTML or hidden character. */
function harmless(row) {
  return row
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[@#!<$%~&[\]]/g, (one) => `${one}${BREAK}`)
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/\bwww\./gi, `www${BREAK}.`)
    .replace(/\bgh-/gi, (one) => `${one}${BREAK}`);
}
