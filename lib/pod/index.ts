export { ContainerProps } from './container/props';
export { DnsPolicy, HostAlias, PodDns } from './pod-options';
export { PodProps } from './pod-props';
