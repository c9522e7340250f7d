import { checkUrlPath } from '../../internal/checks/paths';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import { refuseCredential } from '../../internal/literal-data';
import { checkName } from '../../internal/names';
import { checksArguments } from '../../internal/type-check';
import type { IPolicyPeer } from '../../values/cdk8s-plus';

/** Something that workloads can call: another workload of this library, or a platform construct. */
export interface ILinkTarget extends IPolicyPeer {
  /** The URL under which pods of the cluster reach it, without a path. */
  readonly url: string;
  /** Container ports that callers connect to. */
  readonly targetPorts: number[];
  /**
   * Lets the pods of a peer connect: an additional NetworkPolicy beside the one of the target.
   *
   * @param peer the caller
   */
  allowFrom(peer: IPolicyPeer): void;
}

/** How a workload learns the address of another. */
export interface LinkOptions {
  /** Name of the environment variable that has the URL. */
  readonly env: string;
  /**
   * Path at the end of the URL, for example `/v1`.
   *
   * @default - none
   */
  readonly path?: string;
}

/** What one workload needs of another. */
export interface LinkPlan {
  /** Environment of the caller. */
  readonly env: Readonly<Record<string, string>>;
  readonly target: ILinkTarget;
}

/**
 * A call from one workload to another. The caller gets the address as an environment variable and, where its egress is
 * restricted, a NetworkPolicy that lets it out to the target; the target gets a NetworkPolicy that lets the caller in.
 *
 * @example
 * const link = Link.to(features, { env: 'FEATURES_URL', path: '/v1' });
 */
export class Link {
  /**
   * A link to a `ModelService`, or to another construct that serves requests.
   *
   * @param target what is called
   * @param options how the caller learns the address
   */
  public static to(target: ILinkTarget, options: LinkOptions): Link {
    return new Link({
      check: (check) => checkLink(check, target, options),
      plan: () => ({ env: { [options.env]: urlOf(target, options) }, target }),
    });
  }

  /** @internal */
  public readonly _definition: Definition<void, LinkPlan>;

  private constructor(definition: Definition<void, LinkPlan>) {
    this._definition = definition;
  }
}

function urlOf({ url }: ILinkTarget, { path = '' }: LinkOptions): string {
  return `${url}${path}`;
}

function checkLink(check: Checker, target: ILinkTarget, options: LinkOptions): void {
  checkName(check.at('env'), options.env, 'env');
  checkUrlPath(check.at('path'), options.path);
  refuseCredential(check.at('target').at('url'), options.env, urlOf(target, options));
}

checksArguments('Link', Link);
