import Synchronization

/// Runs asynchronous work on the calling thread until it is done: nothing here waits for anything outside.
final class Drain: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let isDone = Atomic(false)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
  }

  /// Runs `work` and everything that it starts.
  static func run(_ work: @escaping @Sendable () async -> Void) {
    let drain = Drain()
    Task(executorPreference: drain) {
      await work()
      drain.isDone.store(true, ordering: .releasing)
    }
    while !drain.isDone.load(ordering: .acquiring) { drain.runJobs() }
  }

  private func runJobs() {
    let batch = jobs.withLock { jobs in
      defer { jobs.removeAll() }
      return jobs
    }
    for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}
