import { isRecord, type Json, text } from '../../internal/json';

/** Maps whose keys name their values: the data of a ConfigMap. */
const NAMED_MAPS = new Set(['data', 'stringData']);
/** Lists of words of a command line, where a flag names the word after it. */
const COMMANDS = new Set(['command', 'args']);

/**
 * Visits every text of an object, keys of maps left out. A text has a name as the value of an entry `{name, value}` (variables,
 * headers, parameters), in the data of a ConfigMap, and after a flag in a command line.
 */
export abstract class TextVisitor {
  /** Keys and positions from the object to the text that is being visited. */
  private readonly keys: (string | number)[] = [];
  private manifest: Json = {};

  /** Receives a text of the object, and its name or ''. */
  protected abstract visit(value: string, name: string): void;

  /** Path of the text that is being visited. */
  protected path(): string {
    let path = '';
    let at: unknown = this.manifest;
    for (const key of this.keys) {
      at = (at as Json)[key];
      const name = isRecord(at) && (text(at.name) || text(at.groupName));
      if (typeof key === 'number') path += `[${name || key}]`;
      else path += /^[\w-]+$/.test(key) ? `.${key}` : `[${key}]`;
    }
    return path.replace(/^\./, '');
  }

  walk(manifest: Json): void {
    this.manifest = manifest;
    this.walkRecord(manifest, false);
  }

  private walkValue(value: unknown, name: string): void {
    if (typeof value === 'string') this.visit(value, name);
    else if (Array.isArray(value)) this.walkList(value);
    else if (typeof value === 'object' && value !== null) this.walkRecord(value as Json, false);
  }

  private walkList(list: readonly unknown[]): void {
    for (let i = 0; i < list.length; i++) {
      this.keys.push(i);
      this.walkValue(list[i], '');
      this.keys.pop();
    }
  }

  private walkRecord(record: Json, named: boolean): void {
    const entryName = typeof record.value === 'string' && typeof record.name === 'string' ? record.name : '';
    for (const key of Object.keys(record)) {
      const value: unknown = record[key];
      if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) continue;
      this.keys.push(key);
      if (typeof value === 'string') this.visit(value, named ? key : key === 'value' ? entryName : '');
      else if (COMMANDS.has(key) && Array.isArray(value)) this.walkCommand(value);
      else if (NAMED_MAPS.has(key) && isRecord(value)) this.walkRecord(value, true);
      else this.walkValue(value, '');
      this.keys.pop();
    }
  }

  private walkCommand(words: readonly unknown[]): void {
    let flag = '';
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (typeof word !== 'string') continue;
      const match = word.startsWith('-') ? /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(word) : null;
      this.keys.push(i);
      if (match === null) this.visit(word, flag);
      else if (match[2] !== undefined) this.visit(match[2], match[1]);
      this.keys.pop();
      // a flag without a value names the word after it
      flag = match !== null && match[2] === undefined ? match[1] : '';
    }
  }
}
