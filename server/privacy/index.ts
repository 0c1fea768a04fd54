export { Unreadable } from './cipher.ts';
export { type DataKey, openDataKeys, readDataKeys } from './data-keys.ts';
export { encryptAgain } from './encrypt-again.ts';
export { giveDataKeys } from './keeper.ts';
export { requireDataKeys } from './keys-in-use.ts';
export { personal } from './marking.ts';
export { protectPersonal } from './protect.ts';
export { findsBy, inTheClear, masked, personalIn, waysToFind } from './read.ts';
export { reveal } from './reveal.ts';
