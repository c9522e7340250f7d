import { isRecord, type Json, text } from '../../internal/json';

/** Receives a text of an object, its name where it has one, and a function that makes the path of its field. */
export type TextVisitor = (value: string, name: string, path: () => string) => void;

/** Maps whose keys name their values: the data of a ConfigMap. */
const NAMED_MAPS = new Set(['data', 'stringData']);
/** Lists of words of a command line, where a flag names what follows. */
const COMMANDS = new Set(['command', 'args']);

/**
 * Visits every text of an object, keys of maps left out. A text has a name as the value of an entry `{name, value}` (variables,
 * headers, parameters), in the data of a ConfigMap, and after a flag in a command line.
 */
export function visitTexts(manifest: Json, visit: TextVisitor): void {
  const keys: string[] = [];
  const path = () => keys.join('').replace(/^\./, '');
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string') visit(value, name, path);
    else if (Array.isArray(value)) walkList(value);
    else if (isRecord(value)) walkRecord(value, false);
  };
  const walkList = (list: readonly unknown[]): void => {
    for (let i = 0; i < list.length; i++) {
      const entry = list[i];
      keys.push(`[${(isRecord(entry) && (text(entry.name) || text(entry.groupName))) || i}]`);
      walk(entry, '');
      keys.pop();
    }
  };
  const walkRecord = (record: Json, named: boolean): void => {
    const entryName = typeof record.name === 'string' && typeof record.value === 'string' ? record.name : '';
    for (const key of Object.keys(record)) {
      const value = record[key];
      if (value === null || value === undefined) continue;
      keys.push(/^[\w-]+$/.test(key) ? `.${key}` : `[${key}]`);
      if (COMMANDS.has(key) && Array.isArray(value)) walkCommand(value);
      else if (NAMED_MAPS.has(key) && isRecord(value)) walkRecord(value, true);
      else walk(value, named ? key : key === 'value' ? entryName : '');
      keys.pop();
    }
  };
  const walkCommand = (words: readonly unknown[]): void => {
    let flag = '';
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (typeof word !== 'string') continue;
      const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
      keys.push(`[${i}]`);
      if (name === undefined) visit(word, flag, path);
      else if (value !== undefined) visit(value, name, path);
      keys.pop();
      // a flag without a value names the word that follows
      flag = name !== undefined && value === undefined ? name : '';
    }
  };
  walkRecord(manifest, false);
}
