export { MlApp, MlAppProps } from './ml-app';
export { SynthEntry, SynthReport } from './report';
