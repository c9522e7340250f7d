import { checkWhole } from '../../internal/checks/numbers';
import { checkContainerPath } from '../../internal/checks/paths';
import { checkBytes } from '../../internal/checks/quantities';
import { checkCommand } from '../../internal/checks/text';
import { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { Compute } from '../../values';
import type { ExtraContainerOptions } from './options';

/** Names of the container's volumes begin with its own, and a volume's name has 63 characters at most. */
const LONGEST_NAME = 50;

/** The size where it is legal, else the default: what is wrong in the rest of a container is found all the same. */
export function legalSize(size: string | undefined, fallback: string): string {
  const check = Checker.named('size');
  return size !== undefined && checkBytes(check, size) ? size : fallback;
}

/** Refuses what is wrong in the name and the amounts of a container that is not the main one. */
export function checkNameAndCompute(
  check: Checker,
  name: string | undefined,
  compute: Compute | undefined,
  longest = LONGEST_NAME,
): void {
  if (name !== undefined) {
    checkName(check.at('name'), name, 'label');
    if (name.length > longest) check.at('name').refuse(name, `at most ${longest} characters`, 'shorten it');
  }
  if (compute?.gpu)
    check
      .at('compute')
      .at('gpu')
      .refuse(compute.gpu, 'no GPU: they are counted for the main container alone', 'leave it out');
}

/** Refuses what is wrong in the options of any such container; what every container has is checked when it is planned. */
export function checkExtraContainer(check: Checker, options: ExtraContainerOptions, longest?: number): void {
  checkNameAndCompute(check, options.name, options.compute, longest);
  checkCommand(check.at('command'), options.command);
  if (options.sharedSizeLimit !== undefined) checkBytes(check.at('sharedSizeLimit'), options.sharedSizeLimit);
  checkContainerPath(check.at('sharedPath'), options.sharedPath);
  // 0 is root, which restricted Pod Security forbids
  checkWhole(check.at('user'), options.user, { min: 1 }, 'give the numeric user of the image');
  checkWritable(check.at('writablePaths'), options);
  options.mounts?.forEach(({ volume, mountPath }, i) => {
    checkName(check.at('mounts').at(i).at('volume'), volume, 'label', 'name a volume of the pod');
    checkContainerPath(check.at('mounts').at(i).at('mountPath'), mountPath);
  });
}

function checkWritable(check: Checker, { writablePaths = [], sharedPath }: ExtraContainerOptions): void {
  writablePaths.forEach((path, i) => {
    checkContainerPath(check.at(i), path);
    const first = writablePaths.indexOf(path);
    const other = path === sharedPath ? 'sharedPath' : first < i ? `writablePaths[${first}]` : undefined;
    if (other)
      check
        .at(i)
        .refuse(path, `a path that nothing else is mounted on (${other} is)`, 'leave it out, or choose another');
  });
}
