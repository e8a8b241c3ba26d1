export { isAlive } from './postmaster.ts';
export { startCluster, type Cluster, type ClusterOptions } from './start-cluster.ts';
