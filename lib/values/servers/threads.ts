import type { ServerContext } from './profile';

/**
 * The numerical libraries start a thread for each core of the node unless they are told otherwise, and are then paused most
 * of the time: OpenMP (PyTorch, scikit-learn, XGBoost, ONNX Runtime), OpenBLAS and MKL (NumPy, SciPy), NumExpr.
 */
const VARIABLES = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMEXPR_NUM_THREADS'];

/** As many threads as the CPU limit allows each of the processes; nothing without a limit. */
export function threadEnv({ cpuLimit }: ServerContext, processes = 1): Record<string, string> {
  if (cpuLimit === undefined) return {};
  const threads = String(Math.max(1, Math.floor(cpuLimit / processes)));
  return Object.fromEntries(VARIABLES.map((name) => [name, threads]));
}
