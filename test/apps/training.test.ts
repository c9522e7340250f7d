import { training } from '../../apps/training/main';
import { matchesSnapshots } from '../support/snapshots';

matchesSnapshots('training', training);
