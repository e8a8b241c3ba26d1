export * from './relay.ts';
export * from './temporal-poke.ts';
