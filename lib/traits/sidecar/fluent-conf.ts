import { FLUENTD_DEFAULTS } from '../defaults';
import type { FluentdOptions } from './options';

/** Where the preset mounts things; the image reads `/fluentd/etc/fluent.conf` by itself. */
export const FLUENTD_PATHS = { config: '/fluentd/etc', state: '/var/lib/fluentd' };

/** `fluent.conf` of the preset, for Fluentd 1.16 and newer, with plugins of its core only. */
export function fluentConf(options: FluentdOptions, workloadName: string): string {
  if (options.config !== undefined) return options.config;
  const tag = options.tag ?? workloadName;
  return [system(), source(options, tag), parse(tag), whereFrom(tag), output(options, tag)].join('\n');
}

/** Its own messages go to its own log, not through the pipeline, where they could go round in a circle. */
function system(): string {
  return `<system>
  log_level info
</system>

<label @FLUENT_LOG>
  <match **>
    @type null
  </match>
</label>
`;
}

function source({ logPath, pattern }: FluentdOptions, tag: string): string {
  return `<source>
  @type tail
  @id logs
  path ${logPath ?? FLUENTD_DEFAULTS.values.logPath}/${pattern ?? FLUENTD_DEFAULTS.values.pattern}
  # remembers how far each file was read, so that a restart of this container loses and repeats nothing
  pos_file ${FLUENTD_PATHS.state}/logs.pos
  pos_file_compaction_interval 1h
  path_key file
  tag ${tag}
  # a file that appears is read from its beginning
  read_from_head true
  refresh_interval 5s
  # a line that could be a JSON object goes one way, any other is kept as it is
  <parse>
    @type regexp
    expression /^(?<json>\\{.*\\})\\s*$|^(?<message>.*)$/
  </parse>
</source>
`;
}

/**
 * JSON objects become fields. The parser would take a field `time` for a Unix time and drop the line where it is text,
 * so it is pointed at a field that nobody has.
 */
function parse(tag: string): string {
  return `<filter ${tag}>
  @type parser
  @id json
  key_name json
  reserve_data true
  reserve_time true
  remove_key_name_field true
  emit_invalid_record_to_error false
  <parse>
    @type json
    time_key __time_of_no_log
  </parse>
</filter>
`;
}

function whereFrom(tag: string): string {
  return `<filter ${tag}>
  @type record_transformer
  @id origin
  <record>
    workload ${tag}
    pod "#{ENV['POD_NAME']}"
    namespace "#{ENV['POD_NAMESPACE']}"
    node "#{ENV['NODE_NAME']}"
  </record>
</filter>
`;
}

function output({ forwardHost, forwardPort }: FluentdOptions, tag: string): string {
  if (forwardHost === undefined)
    return `<match ${tag}>
  @type stdout
  @id out
  <format>
    @type json
  </format>
</match>
`;
  return `<match ${tag}>
  @type forward
  @id out
  # kept in the buffer until the other side says that it has it
  require_ack_response true
  <server>
    host ${forwardHost}
    port ${forwardPort ?? FLUENTD_DEFAULTS.values.forwardPort}
  </server>
  <buffer>
    @type file
    path ${FLUENTD_PATHS.state}/buffer
    flush_interval 5s
    flush_at_shutdown true
    retry_max_interval 30s
    retry_forever true
    # half of the volume; what does not fit any more is the oldest
    total_limit_size 256m
    overflow_action drop_oldest_chunk
  </buffer>
</match>
`;
}
