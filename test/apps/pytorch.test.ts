import { pyTorch } from '../../apps/pytorch/main';
import { matchesSnapshots } from '../support/snapshots';

matchesSnapshots('pytorch', pyTorch);
