export { ContainerBounds } from './container-bounds-props';
export { MlNamespace } from './ml-namespace';
export { ExistingNamespaceProps, MlNamespaceProps, PodSecurityLevel } from './props';
export { NamespaceQuota } from './quota-props';
