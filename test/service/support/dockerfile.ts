/** One line of a Dockerfile, continuations joined. */
export interface Instruction {
  readonly op: string;
  readonly flags: Record<string, string>;
  readonly args: string;
}

export interface Stage {
  readonly base: string;
  readonly name?: string;
  readonly instructions: Instruction[];
}

/** What of a Dockerfile the build and the tests need: stages, and each instruction with its flags. */
export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const joined = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n/g, ' ');
  for (const line of joined.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const { op, flags, args } = parseInstruction(line.trim());
    if (op === 'FROM') {
      const [base, , name] = args.split(/\s+/);
      stages.push({ base, name, instructions: [] });
    } else if (stages.length === 0) throw new Error(`${op} stands before the first FROM`);
    else stages[stages.length - 1].instructions.push({ op, flags, args });
  }
  return stages;
}

function parseInstruction(line: string): Instruction {
  const [, op, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? refuse(line);
  const flags: Record<string, string> = {};
  let args = rest;
  for (let flag = /^--([a-z]+)=(\S+)\s+/.exec(args); flag; flag = /^--([a-z]+)=(\S+)\s+/.exec(args)) {
    flags[flag[1]] = flag[2];
    args = args.slice(flag[0].length);
  }
  return { op, flags, args: args.trim() };
}

/** The last value of an instruction that may be given several times, the last one counting (USER, CMD, WORKDIR). */
export function lastOf(stage: Stage, op: string): string | undefined {
  return stage.instructions.filter((instruction) => instruction.op === op).at(-1)?.args;
}

/** `ENV A=1 B=2` lines as a map; `$PATH` is that of the base image. */
export function environmentOf(stage: Stage, basePath: string): Record<string, string> {
  const variables: Record<string, string> = { PATH: basePath };
  for (const { args } of stage.instructions.filter(({ op }) => op === 'ENV'))
    for (const [, name, value] of args.matchAll(/(\w+)=(\S+)/g))
      variables[name] = value.replace(/\$(\w+)/g, (_, known: string) => variables[known] ?? '');
  return variables;
}

function refuse(line: string): never {
  throw new Error(`not understood in the Dockerfile: ${line}`);
}
