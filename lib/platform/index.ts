export {
  ContainerBounds,
  ExistingNamespaceProps,
  MlNamespace,
  MlNamespaceProps,
  NamespaceQuota,
  PodSecurityLevel,
} from './ml-namespace';
