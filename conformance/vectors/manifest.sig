{
  "schema": "vail-vector-signature/1",
  "algorithm": "Ed25519",
  "publicKey": "f6ffafc816e8f2265520757569bdde20a0b6887e35c2416b9c1bda8ca3657a9f",
  "signature": "e29b1574b8b325ff177b487ae7e7c9e61f24b37ee3b2b52bb9762fc51fbf5eac66a1da6bff8dc7c6056008310c07b0a90779a0c735d4013fa55a233f81853a0c"
}
