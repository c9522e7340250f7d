import type { Checker } from '../../internal/errors';
import { checkArgumentSize } from '../../internal/literal-data';

/** How a program reads its command line. */
export interface ArgumentStyle {
  /** `--tensor_parallel_size` means `--tensor-parallel-size`. */
  readonly underscores?: boolean;
  /** Options of which the beginning is enough, as argparse and getopt_long read them: `--tensor-par`. */
  readonly abbreviations?: readonly string[];
  /** `--port 80` is not understood, only `--port=80`. */
  readonly equalsOnly?: boolean;
}

/** An option in a list of arguments. */
export interface GivenOption {
  /** Index of the argument that names it. */
  readonly index: number;
  /** The name as the program compares it, with its hyphens. */
  readonly name: string;
  /** After `=`, or the next argument. */
  readonly value?: string;
}

/** The options in the arguments, as a program of that style reads them. */
export function optionsIn(args: readonly string[] | undefined, style: ArgumentStyle = {}): GivenOption[] {
  const options: GivenOption[] = [];
  args?.forEach((arg, index) => {
    if (!/^--?[A-Za-z]/.test(arg)) return;
    const equals = arg.indexOf('=');
    const written = equals < 0 ? arg : arg.slice(0, equals);
    const next = args[index + 1];
    options.push({
      index,
      name: nameOf(written, style),
      value: equals < 0 ? (next?.startsWith('-') ? undefined : next) : arg.slice(equals + 1),
    });
  });
  return options;
}

function nameOf(written: string, { underscores, abbreviations = [] }: ArgumentStyle): string {
  const name = underscores && written.startsWith('--') ? written.replaceAll('_', '-') : written;
  if (abbreviations.includes(name) || !/^--[\w-]{2,}$/.test(name)) return name;
  return abbreviations.find((whole) => whole.startsWith(name)) ?? name;
}

/** The option that counts: the last one given under any of the names. */
export function lastOf(options: readonly GivenOption[], ...names: readonly string[]): GivenOption | undefined {
  return options.filter(({ name }) => names.includes(name)).at(-1);
}

/**
 * Refuses arguments that contradict those that the library gives, and arguments that no program reads as they are meant.
 *
 * @param own the options that the library gives, each with what to set instead
 */
export function checkArgs(
  check: Checker,
  args: readonly string[] | undefined,
  own: Record<string, string> = {},
  style: ArgumentStyle = {},
): void {
  args?.forEach((arg, index) => {
    const at = check.at('args').at(index);
    checkArgumentSize(at, arg);
    const [, option, value] = /^(--?[A-Za-z][\w.-]*)\s+(.*)$/s.exec(arg) ?? [];
    if (option !== undefined)
      at.refuse(
        arg,
        'one argument: a program reads this as an option with a space in its name',
        style.equalsOnly ? `write '${option}=${value.trim()}'` : `write two: '${option}', '${value.trim()}'`,
      );
    else if (style.equalsOnly && !arg.startsWith('--'))
      at.refuse(arg, 'an option with its value after an equals sign', "write it like '--enable_batching=true'");
  });
  for (const { index, name } of optionsIn(args, style)) {
    if (Object.hasOwn(own, name))
      check
        .at('args')
        .at(index)
        .refuse(args![index], 'an argument that the library does not give by itself', own[name]);
  }
}
