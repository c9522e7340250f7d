import { checkBytes } from '../../internal/checks/quantities';
import { Checker } from '../../internal/errors';
import { checkName } from '../../internal/names';
import type { Compute } from '../../values';

/** Names of the sidecar's volumes begin with its own, and a volume's name has 63 characters at most. */
const LONGEST_NAME = 50;

/** The size where it is legal, else the default: what is wrong in the rest of a sidecar is found all the same. */
export function legalSize(size: string | undefined, fallback: string): string {
  const check = Checker.named('size');
  return size !== undefined && checkBytes(check, size) ? size : fallback;
}

/** Refuses what is wrong in the options that all sidecars have. */
export function checkShared(check: Checker, name: string | undefined, compute: Compute | undefined): void {
  if (name !== undefined) {
    checkName(check.at('name'), name, 'label');
    if (name.length > LONGEST_NAME) check.at('name').refuse(name, `at most ${LONGEST_NAME} characters`, 'shorten it');
  }
  if (compute?.gpu)
    check
      .at('compute')
      .at('gpu')
      .refuse(compute.gpu, 'no GPU: they are counted for the main container alone', 'leave it out');
}
