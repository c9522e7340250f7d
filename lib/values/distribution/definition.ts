import { checkServerPort } from '../../internal/checks/addresses';
import { checkWhole } from '../../internal/checks/numbers';
import { checkFolder } from '../../internal/checks/paths';
import { checkCommand } from '../../internal/checks/text';
import { type Definition, decide } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { refuseCredential } from '../../internal/literal-data';
import { checkLabels, checkName } from '../../internal/names';
import type { Cloud } from '../cluster-target';
import { computeDefinition } from '../compute/definition';
import { checkImage } from '../image';
import { tolerationDefinition } from '../toleration-definition';
import { CUSTOM_ROLE, JAX, MPI, PYTORCH, TENSORFLOW, XGBOOST } from './defaults';
import type {
  CustomDistributionOptions,
  CustomRole,
  JaxOptions,
  MpiOptions,
  PyTorchOptions,
  RayOptions,
  ReplicatedRole,
  RoleOptions,
  TensorFlowOptions,
  XgboostOptions,
} from './options';
import type { DistributionPlan, DistributionRole } from './plan';
import { roleOf } from './roles';

/** Of an Indexed Job (Kubernetes, pkg/apis/batch/validation); the addresses of more pods fill the memory of a synthesis. */
const MOST_PODS = 100_000;

/** Facts that a distribution depends on. */
export interface DistributionContext {
  readonly cloud: Cloud;
  /** GPUs of the job's `compute`, 0 without. */
  readonly gpus: number;
}

export type DistributionDefinition = Definition<DistributionContext, DistributionPlan>;

/** One pod. */
export const onePod: DistributionDefinition = {
  check: () => {},
  plan: ({ gpus }) => ({
    framework: 'none',
    roles: [roleOf('node', 'node', 1, {}, { endsRun: true })],
    processesPerNode: Math.max(1, gpus),
    port: PYTORCH.values.port,
  }),
};

export function pyTorch(options: PyTorchOptions): DistributionDefinition {
  const { nodes, minNodes, processesPerNode, maxRestarts, port = PYTORCH.values.port } = options;
  return {
    check: (check) => {
      checkNodes(check, nodes);
      checkWhole(check.at('processesPerNode'), processesPerNode, { min: 1 }, 'give the processes of one node');
      checkWhole(check.at('minNodes'), minNodes, { min: 1, max: nodes }, 'give at most the number of nodes');
      checkWhole(check.at('maxRestarts'), maxRestarts, { min: 0 }, 'give a number of restarts');
      checkServerPort(check.at('port'), port);
      if (maxRestarts !== undefined && minNodes === undefined)
        check
          .at('maxRestarts')
          .refuse(maxRestarts, 'minNodes beside it: only an elastic run restarts its workers', 'set failure instead');
    },
    plan: ({ gpus }) => ({
      framework: 'pyTorch',
      roles: [roleOf('node', 'node', nodes, {}, { ports: [{ name: 'rendezvous', port }], endsRun: true })],
      processesPerNode: processesPerNode ?? Math.max(1, gpus),
      elastic:
        minNodes === undefined
          ? undefined
          : { minNodes, maxNodes: nodes, maxRestarts: maxRestarts ?? PYTORCH.values.maxRestarts },
      port,
    }),
  };
}

export function tensorFlow(options: TensorFlowOptions): DistributionDefinition {
  const { chief, workers, parameterServers, evaluator, port = TENSORFLOW.values.port } = options;
  const ports = [{ name: 'tensorflow', port }];
  const some = (name: string, kind: DistributionRole['kind'], role: ReplicatedRole | undefined, endsRun = false) =>
    role ? [roleOf(name, kind, role.replicas, role, { ports, endsRun })] : [];
  return {
    check: (check, context) => {
      for (const [prop, role] of Object.entries({ chief, workers, parameterServers, evaluator }))
        if (role)
          checkReplicated(check.at(prop), role, context, prop === 'chief' || prop === 'evaluator' ? 1 : undefined);
      checkServerPort(check.at('port'), port);
      if (!chief && !workers)
        check.at('workers').refuse(undefined, 'a chief or workers', 'add workers: { replicas: 2 }');
    },
    plan: () => ({
      framework: 'tensorFlow',
      roles: [
        ...some('chief', 'chief', chief, true),
        ...some('worker', 'worker', workers, chief === undefined),
        ...some('ps', 'parameterServer', parameterServers),
        ...some('evaluator', 'evaluator', evaluator),
      ],
      processesPerNode: 1,
      port,
    }),
  };
}

export function jax({ nodes, port = JAX.values.port }: JaxOptions): DistributionDefinition {
  return nodesOnly('jax', nodes, port, 'coordinator');
}

export function xgboost({ nodes, port = XGBOOST.values.port }: XgboostOptions): DistributionDefinition {
  return nodesOnly('xgboost', nodes, port, 'tracker');
}

function nodesOnly(framework: 'jax' | 'xgboost', nodes: number, port: number, name: string): DistributionDefinition {
  return {
    check: (check) => {
      checkNodes(check, nodes);
      checkServerPort(check.at('port'), port);
    },
    plan: () => ({
      framework,
      roles: [roleOf('node', 'node', nodes, {}, { ports: [{ name, port }], endsRun: true })],
      processesPerNode: 1,
      port,
    }),
  };
}

/** The port of an SSH server that is not root. */
const SSH_PORT = 2222;

export function mpi(options: MpiOptions): DistributionDefinition {
  const { workers, launcher = {}, slotsPerWorker, workerCommand = [...MPI.values.workerCommand] } = options;
  const sshPath = options.sshPath ?? MPI.values.sshPath;
  return {
    check: (check, context) => {
      checkReplicated(check.at('workers'), workers, context);
      checkRole(check.at('launcher'), launcher, context);
      checkWhole(check.at('slotsPerWorker'), slotsPerWorker, { min: 1 }, 'give the processes of one worker');
      checkCommand(check.at('workerCommand'), workerCommand);
      checkFolder(check.at('sshPath'), sshPath);
    },
    plan: ({ cloud, gpus }) => ({
      framework: 'mpi',
      roles: [
        roleOf('launcher', 'launcher', 1, launcher, { endsRun: true }),
        roleOf('worker', 'worker', workers.replicas, workers, {
          ports: [{ name: 'ssh', port: SSH_PORT }],
          command: workerCommand,
          args: [],
        }),
      ],
      processesPerNode: slotsPerWorker ?? Math.max(1, gpusOf(workers, cloud) ?? gpus),
      port: SSH_PORT,
      sshPath,
    }),
  };
}

export function ray(options: RayOptions): DistributionDefinition {
  const { head = {}, workers } = options;
  return {
    check: (check, context) => {
      checkRole(check.at('head'), head, context);
      checkReplicated(check.at('workers'), workers, context);
    },
    plan: () => ({
      framework: 'ray',
      roles: [
        roleOf('head', 'head', 1, head, { endsRun: true }),
        roleOf('worker', 'worker', workers.replicas, workers),
      ],
      processesPerNode: 1,
      port: 6379,
      rayVersion: options.version,
    }),
  };
}

export function custom({ roles }: CustomDistributionOptions): DistributionDefinition {
  return {
    check: (check, context) => checkCustom(check.at('roles'), roles, context),
    plan: () => ({
      framework: 'custom',
      roles: roles.map((role) =>
        roleOf(role.name, 'custom', role.replicas, role, {
          ports: role.ports,
          endsRun: role.endsRun ?? CUSTOM_ROLE.values.endsRun,
          env: Object.fromEntries(Object.entries(role.env ?? {}).map(([name, { _value: value }]) => [name, value])),
        }),
      ),
      processesPerNode: 1,
      port: roles[0]?.ports?.[0]?.port ?? PYTORCH.values.port,
    }),
  };
}

function gpusOf({ compute }: RoleOptions, cloud: Cloud): number | undefined {
  return compute && (compute.gpu?._definition.plan({ cloud })?.count ?? 0);
}

function checkNodes(check: Checker, nodes: number): void {
  checkWhole(check.at('nodes'), nodes, { min: 1, max: MOST_PODS }, 'give the number of nodes');
}

function checkReplicated(check: Checker, role: ReplicatedRole, context: DistributionContext, max?: number): void {
  checkWhole(check.at('replicas'), role.replicas, { min: 1, max: max ?? MOST_PODS }, 'give the number of pods');
  checkRole(check, role, context);
}

function checkRole(check: Checker, role: RoleOptions, { cloud }: DistributionContext): void {
  if (role.compute) decide(check.at('compute'), computeDefinition(role.compute), { cloud });
  if (role.image !== undefined) checkImage(check.at('image'), role.image);
  checkCommand(check.at('command'), role.command);
  checkLabels(check.at('nodeSelector'), role.nodeSelector);
  role.tolerations?.forEach((toleration, i) => {
    tolerationDefinition(toleration).check(check.at('tolerations').at(i), undefined);
  });
}

function checkCustom(check: Checker, roles: readonly CustomRole[], context: DistributionContext): void {
  if (roles.length === 0) check.refuse([], 'at least one role', 'name the roles of the program');
  const names = roles.map(({ name }) => name);
  roles.forEach((role, i) => {
    const at = check.at(i);
    checkName(at.at('name'), role.name, 'label');
    if (names.indexOf(role.name) < i)
      at.at('name').refuse(role.name, 'a name that no other role has', 'choose another');
    checkReplicated(at, role, context);
    role.ports?.forEach(({ name, port }, j) => {
      checkName(at.at('ports').at(j).at('name'), name, 'port');
      checkServerPort(at.at('ports').at(j).at('port'), port);
    });
    for (const [variable, { _value: value }] of Object.entries(role.env ?? {})) {
      checkName(at.at('env').at(variable), variable, 'env');
      if (value.type === 'text') refuseCredential(at.at('env').at(variable), variable, value.text);
      const other = 'role' in value ? value.role : undefined;
      if (other !== undefined && !names.includes(other))
        at.at('env')
          .at(variable)
          .refuse(other, `a role: ${names.join(', ')}`, 'name one of them');
    }
  });
}
