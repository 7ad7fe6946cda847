/** Tests that all backends have to pass, whatever they are made of. */
package vail.bridge.every;
