import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Controller, pinnedVersion, RECIPES, toolFolder } from './catalogue';

const CACHE = resolve(__dirname, '..', '..', '..', '.cache', 'training');

/** A controller that was built, or why it cannot be. */
export type Build = { readonly binary: string } | { readonly refused: string };

/** The binary of this version, whether it is there or not; every change of go.sum is another one. */
function binaryOf(controller: Controller): string {
  const sums = readFileSync(join(toolFolder(controller), 'go.sum'));
  const key = createHash('sha256').update(sums).digest('hex').slice(0, 8);
  const folder = `${controller}-${pinnedVersion(controller)}-${key}_${process.platform}-${process.arch}`;
  return join(CACHE, folder, controller);
}

/** Whether the binary is cached. */
export function isBuilt(controller: Controller): boolean {
  return existsSync(binaryOf(controller));
}

/**
 * Builds the controller unless it is cached. A refusal of the module proxy is an answer, since not every version is
 * served everywhere; anything else that goes wrong is an error.
 */
export function build(controller: Controller, say: (line: string) => void): Build {
  const binary = binaryOf(controller);
  if (existsSync(binary)) return { binary };
  const refused = refusalOf(controller);
  if (refused) return { refused };
  const begun = Date.now();
  say(`building ${controller} ${pinnedVersion(controller)} with go build`);
  mkdirSync(join(binary, '..'), { recursive: true });
  const unfinished = `${binary}.${process.pid}`;
  // one compiler at a time: these builds run beside others' work
  const args = ['build', '-p', '1', '-ldflags', '-s -w', '-o', unfinished, RECIPES[controller].command];
  const built = go(controller, args);
  if (built.status !== 0) throw new Error(`go build of ${controller} failed:\n${built.stderr}`);
  renameSync(unfinished, binary);
  say(`built ${controller} in ${Math.round((Date.now() - begun) / 1000)} s`);
  return { binary };
}

/** The folder of the module's source, where its CRDs are. */
export function moduleFolder(controller: Controller): string {
  const listed = go(controller, ['mod', 'download', '-json', RECIPES[controller].module]);
  const folder: string | undefined = listed.status === 0 ? JSON.parse(listed.stdout).Dir : undefined;
  if (!folder) throw new Error(`go mod download of ${RECIPES[controller].module} failed:\n${listed.stderr}`);
  return folder;
}

/** What the module proxy says where it does not serve a module that the controller is built of. */
function refusalOf(controller: Controller): string | undefined {
  if (spawnSync('go', ['version']).status !== 0) throw new Error(`there is no "go" to build ${controller}`);
  const listed = go(controller, ['list', '-deps', RECIPES[controller].command]);
  if (listed.status === 0) return undefined;
  const refusal = /^.*(?:not available|not found|\b(?:403|404|410) \w+).*$/m.exec(listed.stderr);
  if (!refusal) throw new Error(`go list of ${controller} failed:\n${listed.stderr}`);
  return `the module proxy refuses it: ${refusal[0].trim()}`;
}

function go(controller: Controller, args: string[]) {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -mod=readonly', GOWORK: 'off' };
  const options = { cwd: toolFolder(controller), env, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  return spawnSync('nice', ['-n', '15', 'go', ...args], options);
}
