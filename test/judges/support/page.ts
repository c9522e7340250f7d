import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, checksTable, countsTable } from './comparison';
import { ROOT } from './paths';
import { versionOf } from './tools';
import { readWaivers, type Waiver } from './waivers';

export const PAGE = 'docs/judges.md';
export const WAIVERS_PAGE = 'docs/judges-waivers.md';

export function readPage(page = PAGE): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The page with these parts made anew, as the formatter of the repository wants it; what stands around them stays. */
export function withParts(page: string, parts: Readonly<Record<string, string>>): string {
  const text = Object.entries(parts).reduce((before, [name, part]) => replacePart(before, name, part), page);
  return execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['format', `--stdin-file-path=${PAGE}`], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** What can be made without running a judge. */
export function staticParts(): Record<string, string> {
  return { versions: versions() };
}

/** The part of the page of waivers. */
export function waiverParts(): Record<string, string> {
  return { waivers: waiverList(readWaivers()) };
}

export function measuredParts(candidates: readonly Candidate[]): Record<string, string> {
  return { counts: countsTable(candidates), checks: checksTable(candidates) };
}

/** The lines of a table on the page, with single spaces, by what stands in their first cell. */
export function linesOfPart(page: string, name: string): Record<string, string> {
  const lines = partOf(page, name)
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim());
  const cells = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| -'));
  return Object.fromEntries(cells.map((line) => [line.split(' | ')[0], line]));
}

function replacePart(page: string, name: string, part: string): string {
  const { start, end } = placeOf(page, name);
  return `${page.slice(0, start)}\n\n${part}\n\n${page.slice(end)}`;
}

function partOf(page: string, name: string): string {
  const { start, end } = placeOf(page, name);
  return page.slice(start, end);
}

function placeOf(page: string, name: string): { start: number; end: number } {
  const begin = `<!-- begin ${name} -->`;
  const [at, end] = [page.indexOf(begin), page.indexOf(`<!-- end ${name} -->`)];
  if (at < 0 || end < at) throw new Error(`the page has no part ${name}`);
  return { start: at + begin.length, end };
}

function versions(): string {
  const tools = ['kubeconform', 'kube-score', 'checkov', 'helm'] as const;
  return tools.map((tool) => `${tool} ${versionOf(tool)}`).join(', ') + '.';
}

/** Two judges often look for one thing: what has one reason stands once. */
function waiverList(waivers: readonly Waiver[]): string {
  const byReason = new Map<string, Waiver[]>();
  for (const waiver of waivers) byReason.set(waiver.reason, [...(byReason.get(waiver.reason) ?? []), waiver]);
  return [...byReason.entries()].map(([reason, same]) => waiverItem(reason, same)).join('\n');
}

function waiverItem(reason: string, same: readonly Waiver[]): string {
  const checks = [...new Set(same.map(({ judge, check }) => `${judge} \`${check}\``))].join(', ');
  const messages = [...new Set(same.flatMap(({ message }) => message ?? []))].map((message) => ` ("${message}")`);
  const objects = [...new Set(same.flatMap((waiver) => waiver.objects))].map((pattern) => `\`${pattern}\``);
  const lines = [`**${checks}**${messages.join(',')}`, `in ${objects.join(', ')}:`, reason.trim()];
  return `- ${lines.flatMap((line) => wrapped(line, 118)).join('\n  ')}`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
