export { Manifests } from './manifests';
export { Match } from './match';
export { Matcher } from './matcher';
