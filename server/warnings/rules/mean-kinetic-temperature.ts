/** Activation energy over the gas constant: 83.144 kJ/mol over 8.3144 J/(mol K), in kelvin. */
export const activationOverGas = 10_000;
const kelvin = 273.15;

export interface Held {
  celsius: number;
  /** For how long, in any unit. */
  weight: number;
}

/**
 * 平均动力学温度: the one temperature that would have done as much harm as the temperatures that were. Above the mean, since
 * warmth harms more than cold repairs.
 * @throws RangeError when nothing was held, or a temperature is impossible
 */
export function meanKineticTemperature(held: readonly Held[]): number {
  const total = held.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('a mean kinetic temperature needs a time');
  if (held.some(({ celsius }) => !(celsius > -kelvin))) throw new RangeError('below absolute zero');
  // The warmest is taken out of the sum: `exp` of it alone would leave nothing of the digits.
  const warmest = Math.max(...held.map(({ celsius }) => celsius)) + kelvin;
  const relative = held.reduce(
    (sum, { celsius, weight }) =>
      sum + (weight / total) * Math.exp(activationOverGas / warmest - activationOverGas / (celsius + kelvin)),
    0,
  );
  return activationOverGas / (activationOverGas / warmest - Math.log(relative)) - kelvin;
}
