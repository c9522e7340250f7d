import fc from 'fast-check';
import { SEED } from './seed';

// for properties that give no seed of their own
fc.configureGlobal({ seed: SEED });
