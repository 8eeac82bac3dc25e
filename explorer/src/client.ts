// The other end of the worker. To stop a query the worker is ended, and a new one reads the graph again.

import type { Call, Calls, OwnFile, Overview, Reply, Request } from "./protocol";
import { part } from "./embedded";
import { unpacked } from "./unpacking";

interface Waiting {
  call: Call;
  resolve: (result: never) => void;
  reject: (error: Error) => void;
  progress?: ((share: number) => void) | undefined;
}

export class Stopped extends Error {}

let worker: Worker | undefined;
let number = 0;
let ready: Promise<Overview> | undefined;
let waiting = new Map<number, Waiting>();
const own = new Map<string, OwnFile>();

/** Starts the worker, which reads the graph; the same promise until it is stopped. */
export function started(): Promise<Overview> {
  ready ??= unpacked(part("worker")).text().then((code) => {
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    worker = new Worker(address);
    worker.addEventListener("message", (event: MessageEvent<Reply>) => heard(event.data));
    worker.addEventListener("error", (event) => {
      for (const each of waiting.values()) each.reject(new Error(event.message));
    });
    return send("start", { graph: part("graph"), library: part("library"), engine: part("engine"), own: [...own.values()] }).finally(() => URL.revokeObjectURL(address));
  });
  return ready;
}

export async function ask<C extends Call>(call: C, given: Calls[C][0], progress?: (share: number) => void): Promise<Calls[C][1]> {
  await started();
  if (call === "add") own.set((given as OwnFile).name, given as OwnFile);
  if (call === "remove") own.delete((given as { name: string }).name);
  const result = await send(call, given, progress);
  if (call === "add" && (result as { fault?: string }).fault !== undefined) own.delete((given as OwnFile).name);
  return result;
}

function send<C extends Call>(call: C, given: Calls[C][0], progress?: (share: number) => void): Promise<Calls[C][1]> {
  return new Promise((resolve, reject) => {
    number += 1;
    waiting.set(number, { call, resolve: resolve as (result: never) => void, reject, progress });
    worker?.postMessage({ number, call, given } as Request);
  });
}

function heard(reply: Reply): void {
  const found = waiting.get(reply.number);
  if (!found) return;
  if ("progress" in reply) {
    found.progress?.(reply.progress);
    return;
  }
  waiting.delete(reply.number);
  if ("error" in reply) found.reject(new Error(reply.error));
  else found.resolve(reply.result as never);
}

/** Whether one of these calls is still running. */
export function runs(...calls: Call[]): boolean {
  return [...waiting.values()].some((each) => calls.includes(each.call));
}

/** Ends what runs; the graph is read again at once. */
export function stop(): void {
  worker?.terminate();
  const stopped = waiting;
  waiting = new Map();
  ready = undefined;
  for (const each of stopped.values()) each.reject(new Stopped("stopped"));
  void started();
}
