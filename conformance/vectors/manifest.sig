{
  "schema": "vail-vector-signature/1",
  "algorithm": "Ed25519",
  "publicKey": "f6ffafc816e8f2265520757569bdde20a0b6887e35c2416b9c1bda8ca3657a9f",
  "signature": "5da5590e4f69689d75b4c3d74bd7b738e60f03be86d88233278f4371b2b83f55fbabc6c79c3f61914d5879a273b62afaa14f3cedaf3925609557d9394d278908"
}
