import { ClusterTarget } from '../../lib';
import '../support/snapshots';
import { CONSTRUCTS, titleOf } from '../support/workloads';
import { madeWithAll, madeWithFewest } from '../support/workloads/made';

/**
 * What each construct makes, as YAML: a change of a construct shows in a review as a diff of the snapshot file.
 * `npx jest test/constructs/snapshots -u` writes it anew.
 */
const K133 = ClusterTarget.kubernetes('1.33');

describe.each(CONSTRUCTS.map((construct) => [titleOf(construct), construct] as const))('%s', (_title, construct) => {
  test('with the fewest props', () => expect(madeWithFewest(construct, K133)).toMatchSnapshot());

  test('with every prop', () => expect(madeWithAll(construct, K133)).toMatchSnapshot());
});
