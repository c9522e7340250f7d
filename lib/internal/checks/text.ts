import type { Checker } from '../errors';

/** Refuses what has no text. */
export function checkText(check: Checker, value: string | undefined, what: string, fix: string): void {
  if (typeof value !== 'string' || value.trim() === '') check.refuse(value, what, fix);
}

/** Refuses what is not one word: an argument that looks like two to whoever reads the log. */
export function checkWord(check: Checker, word: string | undefined): void {
  if (word !== undefined && !/^\S+$/.test(word))
    check.refuse(word, 'a name without spaces', 'write it without, or leave it out');
}

/** Refuses a command whose first word cannot be a program. */
export function checkCommand(check: Checker, command: readonly string[] | undefined): void {
  if (command?.[0]?.trim() === '')
    check.at(0).refuse(command[0], 'a program', "name it, for example '/bin/sh', or leave the command out");
}
