{
  "schema": "vail-vector-signature/1",
  "algorithm": "Ed25519",
  "publicKey": "f6ffafc816e8f2265520757569bdde20a0b6887e35c2416b9c1bda8ca3657a9f",
  "signature": "0c710b4970acbb5089c6ed5deee3446191227b458b9fdb08dd1e5e4b5e9173c17e4bdc390c1bcbf49196b320256c5f4cfc519f399f44bfb25d2f140511f27f0c"
}
