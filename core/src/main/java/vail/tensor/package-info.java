/**
 * Finds tensors in files and takes their elements apart into planes of symbols.
 *
 * <p>Knows element types, splits and the headers of safetensors and npy files; knows nothing of how
 * a plane is coded or where it is kept.
 */
package vail.tensor;
