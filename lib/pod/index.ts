export { ContainerProps } from './container/props';
export { PodProps } from './pod-props';
