// The program under test: started on a free port, stopped when the tests are done.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = process.env.LINCHPIN ?? fileURLToPath(new URL("../target/release/linchpin", import.meta.url));

/** Starts the program; resolves with the address that it names as soon as it answers there. */
export async function serve() {
  // The log is dropped: what a page lacks, the browser sees as well.
  const child = spawn(program, ["serve", "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  // nor does it outlive tests that break off
  process.once("exit", () => child.kill());
  const gone = ended.then(([code, signal]) => {
    throw new Error(`${program} ended (${signal ?? code}) before it named its address`);
  });
  // The sentence around the address depends on the language of the machine; the address does not.
  const named = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const found = line.match(/http:\/\/[^\s]+:\d+/);
      if (found) return found[0];
    }
    return gone;
  })();
  const base = await Promise.race([named, gone]);
  gone.catch(() => {});
  return {
    base,
    pid: child.pid,
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
  };
}
