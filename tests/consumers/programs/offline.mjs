// Loaded before a program: no socket of it connects to anything.
import net from "node:net";

net.Socket.prototype.connect = function () {
  throw new Error("the network is asked for");
};
