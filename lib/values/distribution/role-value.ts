import { checksArguments } from '../../internal/type-check';
import type { RoleValuePlan } from './plan';

/** A value of an environment variable that is known for each run or each pod only. */
export class RoleValue {
  /**
   * The host name of a pod of the run.
   *
   * @param role name of the role
   * @param index index of the pod in the role; 0 without
   */
  public static address(role: string, index: number = 0): RoleValue {
    return new RoleValue({ type: 'address', role, index });
  }

  /**
   * The host name and a port of a pod of the run, `host:port`.
   *
   * @param role name of the role
   * @param port the port
   * @param index index of the pod in the role; 0 without
   */
  public static endpoint(role: string, port: number, index: number = 0): RoleValue {
    return new RoleValue({ type: 'address', role, index, port });
  }

  /** The number of pods of all roles. */
  public static worldSize(): RoleValue {
    return new RoleValue({ type: 'count' });
  }

  /**
   * The number of pods of a role.
   *
   * @param role name of the role
   */
  public static replicas(role: string): RoleValue {
    return new RoleValue({ type: 'count', role });
  }

  /** The index of the pod in its role, from 0. */
  public static index(): RoleValue {
    return new RoleValue({ type: 'index' });
  }

  /**
   * A text.
   *
   * @param value the text
   */
  public static text(value: string): RoleValue {
    return new RoleValue({ type: 'text', text: value });
  }

  /** @internal */
  public readonly _value: RoleValuePlan;

  private constructor(value: RoleValuePlan) {
    this._value = value;
  }
}

checksArguments('RoleValue', RoleValue);
