import { spawnSync } from 'node:child_process';
import { HUGGING_FACE_SCRIPT } from '../../../lib/values/sources/scripts';
import { Workplace } from './support';

const ready = spawnSync('python3', ['--version']).status === 0;
if (!ready && process.env.CI) throw new Error('python3 is needed here');
if (!ready) console.warn('the choice of files is not tried: python3 is not installed');
const test = ready ? global.test : global.test.skip;

/** In place of the hub's library: has a repository with the given files, and downloads by its rules for patterns. */
const HUB = `
import json, os
from fnmatch import fnmatch

FILES = json.loads(os.environ["FILES"])

class HfApi:
    def list_repo_files(self, repository, revision):
        assert (repository, revision) == ("a/b", "v1")
        return FILES

def snapshot_download(repository, revision, allow_patterns, ignore_patterns, local_dir):
    assert (repository, revision) == ("a/b", "v1")
    for path in FILES:
        if allow_patterns is not None and not any(fnmatch(path, one) for one in allow_patterns): continue
        if ignore_patterns is not None and any(fnmatch(path, one) for one in ignore_patterns): continue
        target = os.path.join(local_dir, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        open(target, "w").write("x")
        print("got", path)
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.module('huggingface_hub', HUB);
});
afterEach(() => place.remove());

const download = async (files: string[], env: Record<string, string> = {}) => {
  const { code, log } = await place.run(HUGGING_FACE_SCRIPT, {
    ...{ MODEL_REPOSITORY: 'a/b', MODEL_REVISION: 'v1', PYTHONPATH: place.root, FILES: JSON.stringify(files), ...env },
  });
  expect({ code, log }).toMatchObject({ code: 0 });
  return { log, got: [...log.matchAll(/^got (.*)$/gm)].map(([, path]) => path) };
};

const ALL_FORMATS = [
  'config.json',
  'tokenizer.json',
  'model-00001-of-00002.safetensors',
  'model.safetensors.index.json',
  'pytorch_model-00001-of-00002.bin',
  'pytorch_model.bin.index.json',
  'tf_model.h5',
  'flax_model.msgpack',
  'rust_model.ot',
  'consolidated.safetensors',
  'original/consolidated.00.pth',
  'original/params.json',
  'onnx/model.onnx',
];

test.each([
  [
    'safetensors before all others',
    ALL_FORMATS,
    [
      'config.json',
      'tokenizer.json',
      'model-00001-of-00002.safetensors',
      'model.safetensors.index.json',
      'onnx/model.onnx',
    ],
  ],
  [
    'PyTorch where there are no safetensors',
    ['config.json', 'pytorch_model.bin', 'tf_model.h5', 'flax_model.msgpack'],
    ['config.json', 'pytorch_model.bin'],
  ],
  [
    'each part of a pipeline by itself',
    [
      'model_index.json',
      'unet/diffusion_pytorch_model.safetensors',
      'unet/diffusion_pytorch_model.bin',
      'vae/diffusion_pytorch_model.bin',
      'text_encoder/model.safetensors',
      'text_encoder/pytorch_model.bin',
    ],
    [
      'model_index.json',
      'unet/diffusion_pytorch_model.safetensors',
      'vae/diffusion_pytorch_model.bin',
      'text_encoder/model.safetensors',
    ],
  ],
  ['an adapter once', ['adapter_model.bin', 'adapter_model.safetensors'], ['adapter_model.safetensors']],
  ['all of what has one format', ['tf_model.h5', 'vocab.txt'], ['tf_model.h5', 'vocab.txt']],
  [
    'what is no weights of the same model',
    ['model.safetensors', 'training_args.bin', 'openvino/openvino_model.bin', 'model[1].txt'],
    ['model.safetensors', 'training_args.bin', 'openvino/openvino_model.bin', 'model[1].txt'],
  ],
])('%s', async (_title, files, expected) => {
  const { got, log } = await download(files);
  expect(got).toEqual(expected);
  const left = files.length - expected.length;
  if (left > 0) expect(log).toContain(`the same weights in other formats: ${left} files`);
});

test('patterns of the user take the place of that', async () => {
  const include = JSON.stringify(['*.json', '*.bin']);
  expect((await download(ALL_FORMATS, { MODEL_INCLUDE: include })).got).toEqual([
    'config.json',
    'tokenizer.json',
    'model.safetensors.index.json',
    'pytorch_model-00001-of-00002.bin',
    'pytorch_model.bin.index.json',
    'original/params.json',
  ]);
  place.remove();
  place = new Workplace();
  place.module('huggingface_hub', HUB);
  const exclude = JSON.stringify(['*model*']);
  expect((await download(['config.json', 'tf_model.h5', 'a.safetensors'], { MODEL_EXCLUDE: exclude })).got).toEqual([
    'config.json',
    'a.safetensors',
  ]);
});
