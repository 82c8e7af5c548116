import ProcessKit
import Testing

@Suite struct ProcessorsTests {
  @Test func thereIsOneAtLeast() throws {
    #expect((1...8_192).contains(try #require(Processors.allowed)))
  }
}
