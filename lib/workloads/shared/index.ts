export { ILinkTarget, Link, LinkOptions } from './link';
export { Workload } from './workload';
export { WorkloadNames, WorkloadProps } from './workload-props';
