export { ENUMS } from './enums';
export { FUNCTIONS } from './functions';
export { MEANINGS } from './meanings';
export { STRUCTS } from './structs';
