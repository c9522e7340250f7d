import { posix } from 'node:path';
import { filesInGit, read } from './tree';

export interface Snippet {
  readonly file: string;
  /** Of the first line of code, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** Name of the file that the reader is to write, from the opening fence: ```ts main.ts */
  readonly name?: string;
}

/** Every page that users read: the README, docs/, and those of the apps. */
export function pages(): string[] {
  return filesInGit().filter((file) => /^((README|CONTRIBUTING|CHANGELOG)\.md|(docs|apps|bench)\/.*\.md)$/.test(file));
}

/** Blocks of code in a language. */
export function snippetsIn(file: string, language: string): Snippet[] {
  return blocksIn(file).filter((block) => block.language === language);
}

/** Blocks of code in the order of the page, fenced with three backticks. */
export function blocksIn(file: string): Snippet[] {
  const lines = read(file).split('\n');
  const found: Snippet[] = [];
  for (let start = 0; start < lines.length; start++) {
    const fence = /^(\s*)```(\w*) ?(\S*)/.exec(lines[start]);
    if (!fence) continue;
    const end = lines.findIndex((line, index) => index > start && line.trim() === '```');
    if (end < 0) throw new Error(`${file}:${start + 1}: a block of code that does not end`);
    const [, , language, name] = fence;
    const code = lines.slice(start + 1, end).join('\n');
    found.push({ file, line: start + 2, language, code, ...(name && { name }) });
    start = end;
  }
  return found;
}

/** Links to files of the repository, from its root, without anchors. */
export function linksIn(file: string): string[] {
  const prose = read(file).replace(/^\s*```[\s\S]*?^\s*```$/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target.split('#')[0])
    .filter((target) => target && !/^[a-z]+:/.test(target))
    .map((target) => posix.normalize(posix.join(posix.dirname(file), target)).replace(/\/$/, ''));
}
