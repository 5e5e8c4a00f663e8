#!/usr/bin/env bash
# Runs our workloads and other libraries' in turns, and writes tables: run.sh [options] PEERS
#   PEERS            a folder with a run.sh that takes -p PEER,.. -w WORKLOAD-PREFIX,.. -o FILE and appends lines of JSON
#   -r ROUNDS        how often everything runs, each time in processes of its own (default 5)
#   -w PREFIX,..     only the workloads whose names begin so
#   -b NAME,..       only these of ours (java, onednn, onednn-bf16)
#   -p PEER,..       these of the others, wherever they run, in place of the usual ones
#   -o FOLDER        where raw.jsonl, results.md and roofline.md go (default: docs/benchmarks)
#   --add            keep the rounds that raw.jsonl holds, and add to them
#   --dry            print what would run, and for how long
#   --no-build       do not compile first
#   --no-roofline    leave out the roofline
# Every process runs under the lock that PEERS/run.sh takes too, so that no two overlap:
#   BENCH_LOCK (default: bench.lock in the temporary directory), BENCH_THREADS (2), BENCH_JAVA (java),
#   BENCH_OPTS (-Dbench.warm=2 -Dbench.window=0.6): the same for ours and theirs.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
export BENCH_LOCK=${BENCH_LOCK:-${TMPDIR:-/tmp}/bench.lock}
export BENCH_THREADS=${BENCH_THREADS:-2}
export BENCH_JAVA=${BENCH_JAVA:-java}
export BENCH_OPTS=${BENCH_OPTS:--Dbench.warm=2 -Dbench.window=0.6}
rounds=5 only= backends= others= out=$root/docs/benchmarks add= dry= build=1 roofline=1 peers=
while [ $# -gt 0 ]; do
  case $1 in
    -r) rounds=$2; shift 2;;
    -w) only=$2; shift 2;;
    -b) backends=$2; shift 2;;
    -p) others=$2; shift 2;;
    -o) out=$2; shift 2;;
    --add) add=1; shift;;
    --dry) dry=1; shift;;
    --no-build) build=; shift;;
    --no-roofline) roofline=; shift;;
    -*) sed -n '2,15p' "$0"; exit 2;;
    *) peers=$1; shift;;
  esac
done
if [ -z "$peers" ] || [ ! -x "$peers/run.sh" ]; then
  sed -n '2,15p' "$0"
  echo "there is no run.sh in the folder of peers '$peers'" >&2
  exit 2
fi
peers=$(cd "$peers" && pwd)

# Workloads that begin alike, the others that run them, and ours. The others' run.sh knows beginnings only.
plan() {
  cat <<'EOF'
w1-                           pytorch-mkl-ftz,tensorflow java,onednn
w2-mnist-mlp-relu-b100        pytorch-mkl-ftz,tensorflow java,onednn,onednn-bf16
w2-mnist-mlp-sigmoid-b100     pytorch-mkl-ftz,tensorflow java,onednn,onednn-bf16
w2-mnist-mlp-sigmoid-sgd      pytorch-mkl-ftz,tensorflow java,onednn
w3-mnist-cnn-b32              pytorch-mkl-ftz,tensorflow java,onednn,onednn-bf16
w3-mnist-cnn-b128             pytorch-mkl-ftz,tensorflow java,onednn,onednn-bf16
w4-                           pytorch-mkl-ftz,tensorflow java,onednn,onednn-bf16
w6-infer-pima                 onnxrt                     java,onednn
w6-infer-mnist-mlp            onnxrt                     java,onednn,onednn-bf16
w6-infer-mnist-cnn            onnxrt                     java,onednn,onednn-bf16
w7-                           pytorch-mkl-ftz,tensorflow java,onednn,onednn-bf16
EOF
}

# What of the list in $1 is also in the list in $2; all of it where that is empty.
among() {
  local found=() each
  for each in ${1//,/ }; do
    case ,$2, in *,$each,*|,,) found+=("$each");; esac
  done
  (IFS=,; echo "${found[*]-}")
}

# Whether a group of workloads has one of those wanted.
wanted() {
  local prefix
  [ -z "$only" ] && return
  for prefix in ${only//,/ }; do
    case $1 in $prefix*) return 0;; esac
    case $prefix in $1*) return 0;; esac
  done
  return 1
}

workloads_of() { # group -> its workloads
  local id prefix
  for id in $workloads; do
    case $id in $1*) ;; *) continue;; esac
    [ -z "$only" ] && { echo "$id"; continue; }
    for prefix in ${only//,/ }; do
      case $id in $prefix*) echo "$id"; break;; esac
    done
  done
}

keep() { # appends standard input's figures to the raw lines, with the round in front
  sed -n "s/^{\"peer\"/{\"round\":$round,\"peer\"/p" | tee -a "$raw" | grep -E '"(train|infer|latency_p50|failed)"'
}

ours() { # workload, backend with precision
  local options=(threads="$BENCH_THREADS") backend=${2%-bf16} code
  [ "$backend" = "$2" ] || options+=(precision=bf16)
  exec 9>"$BENCH_LOCK"
  flock 9
  # The surroundings that the others have.
  env OMP_NUM_THREADS="$BENCH_THREADS" MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=4294967296 \
    timeout 400 "$BENCH_JAVA" $BENCH_OPTS -cp "$network_classpath" org.synapt.samples.bench.Measurement \
    "$1" "$backend" "${options[@]}" > "$work/out" 2> "$work/err" 9>&-
  code=$?
  flock -u 9
  exec 9>&-
  if [ $code -ne 0 ]; then
    head -n 2 "$work/err" >&2
    echo "{\"peer\":\"synapt-$2\",\"workload\":\"$1\",\"metric\":\"failed\",\"value\":$code,\"unit\":\"exit\"}" >> "$work/out"
  fi
  keep < "$work/out"
}

theirs() { # group, peers
  rm -f "$work/theirs"
  [ -n "$2" ] || return
  "$peers/run.sh" -p "$2" -w "$1" -o "$work/theirs" > /dev/null 2> "$work/err"
  [ -f "$work/theirs" ] || { echo "no figures of $2 at $1: $(head -n 1 "$work/err")" >&2; return; }
  # The others' folder runs all workloads that begin alike.
  local id
  for id in $(workloads_of "$1"); do
    grep -F "\"workload\":\"$id\"" "$work/theirs" | keep
  done
}

environment() { # name, value
  echo "{\"environment\":\"$1\",\"value\":\"$2\"}" >> "$raw"
}

versions() { # the jars of libraries in the others' class paths
  cat "$peers"/{pytorch,tensorflow,onnxrt}/target/cp.txt 2>/dev/null | tr ':' '\n' | sed 's|.*/||; s|\.jar$||' \
    | grep -E '^(pytorch|mkl|tensorflow-core-api|onnxruntime)-[0-9][^-]*(-[0-9.]*)?$' | sort -u | paste -sd ' '
}

if [ -n "$build" ] && [ -z "$dry" ]; then
  (cd "$root" && mvn -B -q -pl samples -am process-test-classes) || exit 1
fi
network_classpath=$root/samples/target/classes:$(cat "$root/samples/target/network-classpath.txt") || exit 1
classpath=$root/samples/target/classes:$(cat "$root/samples/target/classpath.txt") || exit 1
workloads=$("$BENCH_JAVA" -cp "$network_classpath" org.synapt.samples.bench.Measurement) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
raw=$out/raw.jsonl
last=0
if [ -n "$dry" ]; then
  raw=/dev/null
elif [ -n "$add" ] && [ -f "$raw" ]; then
  last=$(sed -n 's/^{"round":\([0-9]*\),.*/\1/p' "$raw" | sort -n | tail -1)
  last=${last:-0}
else
  : > "$raw"
  environment date "$(date -u +%Y-%m-%d)"
  environment processor "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | sort | uniq -c | sed 's/^ *\([0-9]*\) /\1 of /' | paste -sd ' ')"
  environment system "$(uname -sr)"
  environment java "$("$BENCH_JAVA" -version 2>&1 | grep VM | tr -d '"')"
  environment threads "$BENCH_THREADS"
  environment options "$BENCH_OPTS"
  revision=$(git -C "$root" rev-parse --short HEAD 2>/dev/null)
  environment ours "${revision:+revision $revision, }$(tr ':' '\n' < "$root/samples/target/network-classpath.txt" | sed -n 's|.*/\(dnnl-[0-9].*\)\.jar$|\1|p' | head -1)"
  environment others "$(versions)"
fi

processes=0
begun=$(date +%s)
for round in $(seq $((last + 1)) $((last + rounds))); do
  [ -n "$dry" ] || echo "round $round"
  while read -r -u 3 group their our; do
    wanted "$group" || continue
    their=${others:-$their}
    our=$(among "$our" "$backends")
    if [ -n "$dry" ]; then
      count=$(workloads_of "$group" | wc -l)
      list=$their,$our
      list=(${list//,/ })
      processes=$((processes + count * ${#list[@]}))
      [ "$round" = 1 ] && echo "$group: ${list[*]}"
      continue
    fi
    # Who begins changes, so that a machine that grows slower harms both alike.
    [ $((round % 2)) = 0 ] && theirs "$group" "$their"
    for workload in $(workloads_of "$group"); do
      for each in ${our//,/ }; do
        ours "$workload" "$each"
      done
    done
    [ $((round % 2)) = 1 ] && theirs "$group" "$their"
  done 3< <(plan)
done
if [ -n "$dry" ]; then
  echo "$processes processes, about $((processes * 65 / 600)) minutes"
  exit
fi
echo "$(( ($(date +%s) - begun) / 60 )) minutes"

samples() {
  "$BENCH_JAVA" $BENCH_OPTS -cp "$classpath" org.synapt.samples.Samples bench "$@"
}
samples table "$raw" > "$out/results.md" && echo "$out/results.md"
if [ -n "$roofline" ]; then
  {
    echo "# How near kernels come to the machine's peak"
    for each in "onednn" "onednn --precision bf16" "java"; do
      case ,$backends, in *,${each/ --precision /-},*|,,) ;; *) continue;; esac
      printf '\n## %s\n\n' "$each"
      flock "$BENCH_LOCK" "$BENCH_JAVA" $BENCH_OPTS -cp "$classpath" org.synapt.samples.Samples bench roofline \
        --backend $each --threads "$BENCH_THREADS"
    done
  } > "$out/roofline.md" && echo "$out/roofline.md"
fi
